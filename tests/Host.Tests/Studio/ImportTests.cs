using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>A definition that was drawn in another Elsa and exported there.</summary>
[Collection(StudioCollection.Name)]
public sealed class ImportTests(StudioSetting studio)
{
    private const string Exported = """
        { "$schema": "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json", "id": "c5d3a1",
          "definitionId": "leave-request", "name": "Leave request", "description": "Drawn in another Elsa.",
          "createdAt": "2026-03-01T10:00:00+00:00", "version": 3, "toolVersion": "3.5.0.0", "variables": [], "inputs": [],
          "outputs": [], "outcomes": [], "customProperties": {}, "isReadonly": false, "isSystem": false,
          "isLatest": true, "isPublished": false, "options": { "autoUpdateConsumingWorkflows": false },
          "root": { "type": "Elsa.Flowchart", "version": 1, "id": "fc1", "nodeId": "Workflow1:fc1", "name": "Flowchart1",
            "metadata": {}, "customProperties": { "notFoundConnections": [], "canStartWorkflow": false },
            "activities": [
              { "id": "w1", "nodeId": "Workflow1:fc1:w1", "name": "WriteLine1", "type": "Elsa.WriteLine", "version": 1,
                "customProperties": { "canStartWorkflow": false },
                "metadata": { "designer": { "position": { "x": 40, "y": 60 }, "size": { "width": 140, "height": 50 } } },
                "text": { "typeName": "String", "expression": { "type": "Literal", "value": "Asked for leave" } } },
              { "id": "s1", "nodeId": "Workflow1:fc1:s1", "name": "Sms1", "type": "Acme.SendSms", "version": 2,
                "customProperties": { "canStartWorkflow": false },
                "metadata": { "designer": { "position": { "x": 300, "y": 60 }, "size": { "width": 140, "height": 50 } } },
                "number": { "typeName": "String", "expression": { "type": "Literal", "value": "0388412000" } } } ],
            "connections": [
              { "source": { "activity": "w1", "port": "Done" }, "target": { "activity": "s1", "port": "In" } } ] } }
        """;

    private IPage Page => studio.Page;

    [Fact]
    public async Task It_is_taken_in_drawn_and_saved_with_the_activity_that_is_not_known_here()
    {
        await studio.GoAsync("workflows/definitions");
        await Page.GetByText("Ballot of the Assembly").First.WaitForAsync();
        await Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload
        {
            Name = "leave-request.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Exported),
        });
        await Page.GetByText("1 workflow imported successfully.").WaitForAsync();
        await Page.GetByRole(AriaRole.Cell, new() { Name = "Leave request" }).ClickAsync();
        await studio.Canvas.DrawnAsync(2);
        await StudioBrowser.PictureAsync(Page, "studio-imported");
        Assert.Contains("Acme.SendSms", await Page.Locator("[data-cell-id='s1']")
            .TextContentAsync(), StringComparison.Ordinal);

        var saved = await studio.Canvas.SavedByAsync(() => Page.Keyboard.PressAsync("Control+s"));
        Assert.True(saved.Ok, await saved.TextAsync());
        Assert.Equal("Acme.SendSms", KindOf(await studio.LatestAsync("leave-request")));
        Assert.Equal("0388412000", StudioSetting.Written(await studio.LatestAsync("leave-request"), "s1", "number"));
        using var client = studio.Client("export");
        var export =
            (JsonObject)await client.ReadAsync("/workflow-definitions/leave-request/export?versionOptions=Latest");
        Assert.Equal("Acme.SendSms", KindOf(export));
        Assert.NotNull(export["$schema"]);
        Assert.Empty(studio.Browser.Errors);
    }

    private static string? KindOf(JsonObject definition) =>
        (string?)StudioSetting.Activities(definition).Single(a => (string)a!["id"]! == "s1")!["type"];
}
