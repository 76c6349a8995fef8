namespace Procedures.Traceability;

public sealed class CitationsTests
{
    [Theory]
    [InlineData("Assembly rules on elections, section v, § 3.iv; offsets: our default", "v.3.iv")]
    [InlineData("Assembly rules on elections, section v, note to § 3.v; Resolution CM/Res(2010)26", "v.3.v")]
    [InlineData("Assembly rules on elections, section v, § 5.i, ii, iii and v", "v.5.i, v.5.ii, v.5.iii, v.5.v")]
    [InlineData("Assembly rules on elections, section v, §§ 3 and 5.vi, viii; ballot rules", "v.3, v.5.vi, v.5.viii")]
    [InlineData("Assembly rules on elections, section i, §§ 1–3, 5", "i.1, i.2, i.3, i.5")]
    [InlineData("Assembly rules on elections, section iv, §§ 1–2 and section v, § 3", "iv.1, iv.2, v.3")]
    [InlineData("Assembly rules on elections, sections i, iv § 3", "i, iv.3")]
    [InlineData("Assembly rules on elections, sections iv and v", "iv, v")]
    [InlineData("Assembly rules on elections, section v, § 3 last sub-paragraph and § 4", "v.3, v.4")]
    [InlineData("Assembly rules on elections, section v, § 4 (two thirds of section i)", "v.4")]
    [InlineData("Assembly rules on elections, section vii, §§ 5–6 and Annex 1", "vii.5, vii.6, vii.Annex 1")]
    [InlineData("majorities: section vi, § 7.c and Rule 40.11", "vi.7.c")]
    [InlineData("European Convention on Human Rights, Article 23 §§ 1 and 3", "ii.A.23.1, ii.A.23.3")]
    [InlineData("European Convention on Human Rights, Articles 21 § 2 (Protocol No. 15) and 22", "ii.A.21.2, ii.A.22")]
    [InlineData("European Convention on Human Rights, Articles 21 and 22", "ii.A.21, ii.A.22")]
    [InlineData("European Convention for the Prevention of Torture, Article 5 § 4", "ii.B.5.4")]
    [InlineData("Resolution (99) 50, Article 9 § 1", "iii.9.1")]
    [InlineData("Regulations on appointments (Assembly rules on elections, section vi), §§ 6 and 7", "vi.6, vi.7")]
    [InlineData("Assembly rules on elections, section viii.A (Resolution (55) 29)", "viii.A")]
    [InlineData("Rules of Court, Rule 2", "")]
    [InlineData("Our default", "")]
    public void Legal_sources_are_read_as_they_are_written_for_people(string source, string ids) =>
        Assert.Equal(ids, string.Join(", ", Citations.In(source)));
}
