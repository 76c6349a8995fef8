using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>Activity types just large enough to show what the engine does with them.</summary>
internal static class TinyTypes
{
    public static ActivityCatalog Catalog { get; } =
        new([new Flowchart(), new Say(), new Ask(), new Rest(), new Hear(), new Fail(), new Count(), new Order(), new Child()]);

    public static Engine Engine { get; } = new(Catalog, Institution.Empty);

    private static ActivityDeclaration Declare(string name, params InputDeclaration[] inputs) =>
        new($"Tiny.{name}", ("Tiny", "Menu"), (name, name), Bilingual.Empty) { Inputs = [.. inputs] };

    private static InputDeclaration Input(string name, string type = "String") => new(name, type, (name, name), Bilingual.Empty);

    /// <summary>Writes its text.</summary>
    internal sealed class Say : ActivityType
    {
        private static readonly InputDeclaration Words = Input("Words");
        public override ActivityDeclaration Declaration { get; } = Declare("Say", Words);

        public override void Start(Activation activation)
        {
            activation.WriteLine(activation.Text(Words) is { Length: > 0 } words ? words : activation.Node.Id);
            activation.Complete();
        }
    }

    /// <summary>Asks somebody; "no" is refused, everything else is the outcome.</summary>
    internal sealed class Ask : ActivityType
    {
        private static readonly InputDeclaration Deadline = Input("Deadline");
        private static readonly InputDeclaration OnExpiry = Input("OnExpiry");
        public override ActivityDeclaration Declaration { get; } = Declare("Ask", Deadline, OnExpiry);

        public override void Start(Activation activation)
        {
            var rule = activation.Text(Deadline);
            activation.Wait(new WaitRequest(WaitKind.Task)
            {
                Assignment = new Assignment(activation.Node.Id, (activation.Node.Id, activation.Node.Id), "CDH")
                {
                    Outcomes = [new("Yes", ("Yes", "Oui")), new("Late", ("Late", "Tard"))],
                },
                Timetable = rule.Length == 0 ? null
                    : new Timetable(rule, "R14", Enum.Parse<OnExpiry>(activation.Text(OnExpiry) is { Length: > 0 } e ? e : "Escalate")),
            });
        }

        public override void Resumed(Activation activation, Wait wait, Value payload)
        {
            if (activation.Answer!.Outcome == "no") throw new AnswerRefused(new Bilingual("Not that.", "Pas cela."));
            activation.Complete(activation.Answer.Outcome);
        }

        public override void Expired(Activation activation, Wait wait)
        {
            if (wait.Timetable!.OnExpiry == Execution.OnExpiry.Branch) activation.Complete("Expired");
        }
    }

    /// <summary>Waits some hours.</summary>
    internal sealed class Rest : ActivityType
    {
        private static readonly InputDeclaration Hours = Input("Hours", "Int32");
        public override ActivityDeclaration Declaration { get; } = Declare("Rest", Hours);

        public override void Start(Activation activation) => activation.Wait(new WaitRequest(WaitKind.Timer)
        {
            Until = activation.Now.AddHours(Plain.Number(activation.Input(Hours)) ?? 1),
        });
    }

    /// <summary>Waits for an event that has its id as name.</summary>
    internal sealed class Hear : ActivityType
    {
        public override ActivityDeclaration Declaration { get; } = Declare("Hear");

        public override void Start(Activation activation) =>
            activation.Wait(new WaitRequest(WaitKind.Event) { Key = activation.Node.Id });

        public override void Resumed(Activation activation, Wait wait, Value payload)
        {
            activation.WriteLine(Plain.Text(payload));
            activation.Complete();
        }
    }

    /// <summary>Asks an outside program.</summary>
    internal sealed class Order : ActivityType
    {
        public override ActivityDeclaration Declaration { get; } = Declare("Order");

        public override void Start(Activation activation)
        {
            var id = $"order-{activation.Id}";
            activation.Wait(new WaitRequest(WaitKind.Report) { Key = id });
            activation.Dispatch(new Dispatch.RunTask(id, "order", Value.Null));
        }

        public override void Resumed(Activation activation, Wait wait, Value payload) => activation.Complete();
    }

    /// <summary>Opens a procedure and waits for its end.</summary>
    internal sealed class Child : ActivityType
    {
        public override ActivityDeclaration Declaration { get; } = Declare("Child");

        public override void Start(Activation activation) =>
            activation.Wait(new WaitRequest(WaitKind.Child) { Key = activation.NewChildId() });

        public override void Resumed(Activation activation, Wait wait, Value payload)
        {
            activation.WriteLine($"{wait.Key} has ended");
            activation.Complete();
        }
    }

    /// <summary>Cannot do its work.</summary>
    internal sealed class Fail : ActivityType
    {
        public override ActivityDeclaration Declaration { get; } = Declare("Fail");
        public override void Start(Activation activation) => throw new ActivityFault(("It broke.", "Cela a échoué."));
    }

    /// <summary>Counts its own turns and leaves by Again until the third.</summary>
    internal sealed class Count : ActivityType
    {
        private static readonly OutputDeclaration Turn = new("Turn", "Int32", ("Turn", "Tour"), Bilingual.Empty);
        public override ActivityDeclaration Declaration { get; } = Declare("Count") with
        {
            Outputs = [Turn], Ports = [new("Again", ("Again", "Encore")), new("Done", ("Done", "Terminé"))],
        };

        public override void Start(Activation activation)
        {
            var turn = (Plain.Number(activation.Variable("turns")) ?? 0) + 1;
            activation.SetVariable("turns", Value.Of(turn));
            activation.Yield(Turn, Value.Of(turn));
            activation.WriteLine($"turn {turn}");
            activation.Complete(turn < 3 ? "Again" : "Done");
        }
    }
}
