using Procedures.Expressions;
using Procedures.Forms;

namespace Procedures.Tests.Forms;

public sealed class FormTests
{
    private static string Problems(string fields, string answer, string outcome = "Done")
    {
        var form = Form.Parse(Value.Of(fields));
        var problems = form.Check(form.Normalise((Value.Map)ValueJson.Parse(answer)), outcome);
        Assert.All(problems, p => Assert.NotEqual(p.Text.English, p.Text.French));
        return string.Join('|', problems.Select(p => p.Text.English));
    }

    [Theory]
    [InlineData("""{"name": "f", "required": true}""", "{}", "f: this field must be filled in.")]
    [InlineData("""{"name": "f", "required": true}""", """{"f": "  "}""", "f: this field must be filled in.")]
    [InlineData("""{"name": "f"}""", """{"f": 1}""", "f: write a text.")]
    [InlineData("""{"name": "f", "label": "Age", "type": "number", "min": 18, "max": 65}""", """{"f": "17"}""", "Age: 17 is too small; the least is 18.")]
    [InlineData("""{"name": "f", "type": "number", "max": 65}""", """{"f": 65.5}""", "f: 65.5 is too large; the most is 65.")]
    [InlineData("""{"name": "f", "type": "number"}""", """{"f": "many"}""", "f: write a number.")]
    [InlineData("""{"name": "f", "type": "day"}""", """{"f": "2026-02-30"}""", "f: “2026-02-30” is not a day of the calendar: February 2026 has 28 days. Write it as 15 October 2026 or 2026-10-15.")]
    [InlineData("""{"name": "f", "type": "day", "required": true}""", """{"f": ""}""", "f: give the day.")]
    [InlineData("""{"name": "f", "type": "day", "min": "2026-01-01"}""", """{"f": "2025-12-31"}""", "f: the day is too early; the first is Thursday 1 January 2026.")]
    [InlineData("""{"name": "f", "type": "day", "max": "2026-01-01"}""", """{"f": "2026-01-02"}""", "f: the day is too late; the last is Thursday 1 January 2026.")]
    [InlineData("""{"name": "f", "type": "choice", "options": [{"value": "a", "text": "Alpha"}, "b"]}""", """{"f": "c"}""", "f: choose one of Alpha, b.")]
    [InlineData("""{"name": "f", "type": "choice", "options": ["a"], "required": true}""", "{}", "f: choose one of the options.")]
    [InlineData("""{"name": "f", "type": "checkbox"}""", """{"f": "perhaps"}""", "f: say yes or no.")]
    [InlineData("""{"name": "f", "type": "checkbox", "required": true}""", """{"f": false}""", "f: this must be confirmed.")]
    [InlineData("""{"name": "f", "type": "list"}""", """{"f": [1]}""", "f: write one entry a line.")]
    [InlineData("""{"name": "f", "type": "list", "minItems": 3}""", """{"f": "a\nb"}""", "f: 2 given, at least 3 needed; add 1.")]
    [InlineData("""{"name": "f", "type": "list", "maxItems": 1}""", """{"f": "a\nb\nc"}""", "f: 3 given, at most 1 allowed; remove 2.")]
    [InlineData("""{"name": "f", "type": "list", "required": true}""", """{"f": []}""", "f: give at least one entry.")]
    [InlineData("""{"name": "f", "type": "persons"}""", """{"f": "A"}""", "f: give a list of persons.")]
    [InlineData("""{"name": "f", "type": "persons"}""", """{"f": [{"sex": "F"}]}""", "f: person 1 has no name.")]
    [InlineData("""{"name": "f", "type": "persons"}""", """{"f": [{"name": "A", "sex": "F"}]}""", "f: A: the date of birth is missing. A: the nationality is missing.")]
    [InlineData("""{"name": "f", "type": "persons", "parts": ["sex"]}""", """{"f": [{"name": "A", "sex": "W"}]}""", "f: A: write the sex as F, M or X.")]
    [InlineData("""{"name": "f", "type": "persons", "parts": ["sex"]}""", """{"f": [{"name": "A"}, {"sex": "F"}, {"name": "C"}]}""",
        "f: A: the sex is missing. person 2 has no name. C: the sex is missing.")]
    [InlineData("""{"name": "f", "type": "persons", "parts": []}""", """{"f": [{"name": "A", "birthDate": "1970"}]}""", "f: A: write the date of birth as 20 May 1970 or 1970-05-20.")]
    [InlineData("""{"name": "f", "type": "persons", "parts": []}""", """{"f": [{"name": "A"}, {"name": "A "}]}""", "f: A stands twice in the list; remove one.")]
    [InlineData("""{"name": "f", "type": "persons", "parts": [], "minItems": 3}""", """{"f": [{"name": "A"}]}""", "f: 1 given, at least 3 needed; add 2.")]
    [InlineData("""{"name": "f", "type": "votes", "options": ["A"]}""", """{"f": 3}""", "f: give the votes for each candidate.")]
    [InlineData("""{"name": "f"}""", """{"g": "x"}""", "The form has no field “g”: leave it out.")]
    public void Each_problem_is_told_with_its_repair(string field, string answer, string problem) =>
        Assert.Equal(problem, Problems($"[{field}]", answer));

    [Theory]
    [InlineData("""{"name": "f", "type": "number"}""", """{"f": "3,5"}""")]
    [InlineData("""{"name": "f", "type": "day", "min": "2026-01-01", "max": "2026-01-01"}""", """{"f": " 2026-01-01 "}""")]
    [InlineData("""{"name": "f", "type": "checkbox", "required": true}""", """{"f": "on"}""")]
    [InlineData("""{"name": "f", "type": "multiline"}""", """{"f": "a\nb", "remark": "any"}""")]
    [InlineData("""{"name": "f", "type": "list", "minItems": 2, "maxItems": 2}""", """{"f": "a\n\nb\n"}""")]
    [InlineData("""{"name": "f", "type": "persons"}""", """{"f": [{"name": "A", "sex": "F", "birthDate": "1970-05-20", "nationality": "EE"}]}""")]
    [InlineData("""{"name": "f", "required": true, "when": "Refused"}""", "{}")]
    [InlineData("""{"name": "f", "required": true, "when": ["Refused", "Postponed"]}""", "{}")]
    public void A_good_answer_has_no_problem(string field, string answer) =>
        Assert.Equal("", Problems($"[{field}]", answer));

    [Fact]
    public void Every_wrong_field_is_told_at_once() =>
        Assert.Equal("a: this field must be filled in.|b: write a number.",
            Problems("""[{"name": "a", "required": true}, {"name": "b", "type": "number"}]""", """{"b": "x"}"""));

    [Fact]
    public void A_field_for_one_outcome_is_required_for_that_outcome_only() =>
        Assert.Equal("f: this field must be filled in.", Problems("""[{"name": "f", "required": true, "when": "Refused"}]""", "{}", "Refused"));

    [Fact]
    public void Web_texts_and_program_values_become_the_same_answer()
    {
        var form = Form.Parse(ValueJson.Parse("""[{"name": "n", "type": "number"}, {"name": "c", "type": "checkbox"}]"""));
        Assert.Equal(
            Value.MapOf(("n", Value.Of(12)), ("c", Value.True)),
            form.Normalise(Value.MapOf(("n", Value.Of("12")), ("c", Value.Of("on")))));
    }

    [Theory]
    [InlineData("{}", "The form is not a list of fields")]
    [InlineData("[", "The form is not JSON")]
    [InlineData("""[{"type": "text"}]""", "Field 1 of the form has no name.")]
    [InlineData("""[{"name": "a"}, {"name": "a"}]""", "The form has two fields with the name “a”.")]
    [InlineData("""[{"name": "a", "type": "colour"}]""", "Field “a” has the type “colour”; known are text,")]
    [InlineData("""[{"name": "a", "type": "7"}]""", "Field “a” has the type “7”")]
    [InlineData("""[{"name": "a", "type": "choice", "options": [{"text": "x"}]}]""", "An option of the field “a” has no value.")]
    public void A_form_that_cannot_be_read_says_why(string form, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormSyntaxException>(() => Form.Parse(Value.Of(form))).Message);

    [Fact]
    public void An_empty_form_takes_any_answer()
    {
        Assert.Empty(Form.Parse(Value.Null).Check(Value.MapOf(("anything", Value.Of(1))), "Done"));
        Assert.Empty(Form.Parse(Value.Of("  ")).Fields);
    }
}
