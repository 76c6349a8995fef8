using Procedures.Expressions;

namespace Procedures.Definitions;

public class TypedValueTests
{
    [Theory]
    [InlineData("String", "\"42\"", "\"42\"")]
    [InlineData("String", "42", "\"42\"")]
    [InlineData("String", "true", "\"true\"")]
    [InlineData("String", "[1]", "\"[1]\"")]
    [InlineData("String", "\"\"", "\"\"")]
    [InlineData("Boolean", "\"True\"", "true")]
    [InlineData("Boolean", "\"false\"", "false")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("Int32", "\"-42\"", "-42")]
    [InlineData("Int32", "42", "42")]
    [InlineData("Int32?", "\"7\"", "7")]
    [InlineData("Int64", "\"9000000000\"", "9000000000")]
    [InlineData("Double", "\"0.25\"", "0.25")]
    [InlineData("Decimal", "\" 12.30 \"", "12.3")]
    [InlineData("TimeSpan", "\"15.00:00:00\"", "\"15.00:00:00\"")]
    [InlineData("TimeSpan", "\"00:00:01.5000000\"", "\"00:00:01.5000000\"")]
    [InlineData("DateTime", "\"5/6/2026 12:00:00 AM\"", "\"2026-05-06T00:00:00\"")]
    [InlineData("DateTime", "\"5/20/2026 3:04:05 PM\"", "\"2026-05-20T15:04:05\"")]
    [InlineData("DateTime", "\"5/20/2026 3:04:05\u202fPM\"", "\"2026-05-20T15:04:05\"")]
    [InlineData("DateTime", "\"2026-05-20\"", "\"2026-05-20T00:00:00\"")]
    [InlineData("DateTimeOffset", "\"2026-05-20T10:00:00Z\"", "\"2026-05-20T10:00:00Z\"")]
    [InlineData("DateTimeOffset", "\"2026-05-20T10:00:00.25+02:00\"", "\"2026-05-20T10:00:00.25+02:00\"")]
    [InlineData("DateOnly", "\"5/20/2026 12:00:00 AM\"", "\"2026-05-20\"")]
    [InlineData("Guid", "\"6F9619FF8B86D011B42D00CF4FC964FF\"", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"")]
    [InlineData("String[]", "\"[\\\"a\\\",\\\"b\\\"]\"", "[\"a\",\"b\"]")]
    [InlineData("Int32[]", "[\"1\",2]", "[1,2]")]
    [InlineData("Object", "\"42\"", "\"42\"")]
    [InlineData("JSON", "\"{\\\"a\\\":1}\"", "{\"a\":1}")]
    [InlineData("JSON", "\"not json\"", "\"not json\"")]
    [InlineData("FlowJoinMode", "\"WaitAll\"", "\"WaitAll\"")]
    [InlineData("Int32", "\"\"", "null")]
    [InlineData("Boolean", "null", "null")]
    [InlineData("System.Int32, System.Private.CoreLib", "\"5\"", "5")]
    public void A_literal_becomes_a_value_of_its_type(string type, string given, string expected)
    {
        var conversion = TypedValue.Convert(ValueJson.Parse(given), type);
        Assert.Null(conversion.Problem);
        Assert.Equal(expected, ValueJson.ToJson(conversion.Value));
        Assert.Equal(conversion.Value, TypedValue.Convert(conversion.Value, type).Value);
    }

    [Theory]
    [InlineData("Boolean", "\"yes\"")]
    [InlineData("Boolean", "1")]
    [InlineData("Int32", "\"4.5\"")]
    [InlineData("Int32", "\"4,5\"")]
    [InlineData("Int32", "3000000000")]
    [InlineData("Int16", "40000")]
    [InlineData("Double", "\"NaN\"")]
    [InlineData("Double", "\"1e999\"")]
    [InlineData("Double", "true")]
    [InlineData("TimeSpan", "\"24:00:00\"")]
    [InlineData("TimeSpan", "\"15\"")]
    [InlineData("TimeSpan", "15")]
    [InlineData("DateTime", "\"20/05/2026 00:00:00\"")]
    [InlineData("DateTime", "\"2026-02-30\"")]
    [InlineData("DateTimeOffset", "\"tomorrow\"")]
    [InlineData("Guid", "\"x\"")]
    [InlineData("String[]", "\"a, b\"")]
    [InlineData("Int32[]", "[1,\"x\"]")]
    public void A_value_that_the_type_has_not_stays_and_the_problem_is_said_in_both_languages(string type, string given)
    {
        var value = ValueJson.Parse(given);
        var conversion = TypedValue.Convert(value, type);
        Assert.Equal(value, conversion.Value);
        Assert.EndsWith(".", conversion.Problem!.English, StringComparison.Ordinal);
        Assert.NotEqual(conversion.Problem.English, conversion.Problem.French);
    }

    [Theory]
    [InlineData("15.00:00:00", 15 * 86400)]
    [InlineData("00:01:00", 60)]
    [InlineData("-00:00:05", -5)]
    public void A_length_of_time_is_read(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Durations.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("P15D")]
    [InlineData("99999999.00:00:00")]
    public void What_is_no_length_of_time_gives_nothing(string? text) => Assert.Null(Durations.Parse(text));
}
