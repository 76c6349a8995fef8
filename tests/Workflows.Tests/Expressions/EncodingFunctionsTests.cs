namespace Procedures.Expressions;

public class EncodingFunctionsTests
{
    [Theory]
    [InlineData("stringToBase64('é!')", "'w6kh'")]
    [InlineData("stringFromBase64(stringToBase64('é!'))", "'é!'")]
    [InlineData("parseGuid('{F1B7A2C0-0000-4000-8000-00000000000A}')", "'f1b7a2c0-0000-4000-8000-00000000000a'")]
    public void Texts_are_encoded_as_in_Elsa(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(new Scope(new DateOnly(2026, 10, 1)))));

    [Theory]
    [InlineData("stringFromBase64('***')", "stringFromBase64: the text is not Base64")]
    [InlineData("parseGuid('x')", "parseGuid: the text is no identifier (GUID)")]
    [InlineData("newGuidString()", "there is no newGuidString here, because an expression always gives the same "
        + "value; getWorkflowInstanceId() is unique to the procedure")]
    public void What_cannot_be_read_or_repeated_is_refused(string source, string message) =>
        Assert.Equal(message, Shown.Fault(source).Message);
}
