using System.Reflection;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests;

/// <summary>
/// A code is a field of a class whose name ends in <c>Codes</c>. It must be in <see cref="DiagnosticCodes.All"/>, have
/// a page, and be raised by some input of the tests.
/// </summary>
public sealed class DiagnosticCodesTests
{
    sealed record Row(string Field, DiagnosticCode Code);

    [Fact]
    public void Every_code_is_listed_explained_and_raised()
    {
        var lacks = Lacks(Rows(), DiagnosticCodes.All, Page, Inputs());
        Assert.True(lacks is [], string.Join('\n', lacks));
    }

    [Fact]
    public void No_page_is_about_a_code_that_is_gone() => Assert.Equal([],
        Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "content", "diagnostics"), "TUT*.md").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Except(DiagnosticCodes.All.Select(c => c.Id)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_number_is_used_twice_and_the_list_ascends() => Assert.Equal(
        DiagnosticCodes.All.Select(c => c.Id).Distinct().Order(StringComparer.Ordinal), DiagnosticCodes.All.Select(c => c.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void A_code_of_a_table_that_is_not_listed_is_found_out() =>
        Assert.Contains("add StrayCodes.All to DiagnosticCodes.All", Assert.Single(Lacks([Stray], [], _ => StrayPage, "StrayCodes.Stray")));

    [Fact]
    public void A_code_without_a_page_is_found_out() =>
        Assert.Contains("write content/diagnostics/TUT9999.md", Assert.Single(Lacks([Stray], [Stray.Code], _ => null, "TUT9999")));

    [Fact]
    public void A_page_under_another_title_is_found_out() =>
        Assert.Contains("begin it with", Assert.Single(Lacks([Stray], [Stray.Code], _ => "# TUT9999: something else\n", "TUT9999")));

    [Fact]
    public void A_code_that_no_input_raises_is_found_out() =>
        Assert.Contains("no input raises it", Assert.Single(Lacks([Stray], [Stray.Code], _ => StrayPage, "TUT9998")));

    static readonly Row Stray = new("StrayCodes.Stray", new DiagnosticCode("TUT9999", DiagnosticSeverity.Error, "a stray"));

    const string StrayPage = "# TUT9999: a stray\n";

    /// <summary>What a code lacks, and how to mend it.</summary>
    /// <param name="inputs">All texts in which an input that raises a code names the code or its field.</param>
    static List<string> Lacks(IEnumerable<Row> rows, IReadOnlyCollection<DiagnosticCode> listed, Func<string, string?> page, string inputs)
    {
        var lacks = new List<string>();
        foreach (var (field, code) in rows)
        {
            var name = $"{code.Id} ({field})";
            if (!listed.Contains(code))
            {
                lacks.Add($"{name} is not listed: add {field.Split('.')[0]}.All to DiagnosticCodes.All");
            }

            var head = $"# {code.Id}: {code.Title}\n";
            if (page(code.Id) is not { } text)
            {
                lacks.Add($"{name} has no page: write content/diagnostics/{code.Id}.md, and begin it with '{head.TrimEnd()}'");
            }
            else if (!text.StartsWith(head, StringComparison.Ordinal))
            {
                lacks.Add($"the page of {name} has another title: begin it with '{head.TrimEnd()}'");
            }

            if (!inputs.Contains(code.Id, StringComparison.Ordinal) && !inputs.Contains(field, StringComparison.Ordinal))
            {
                lacks.Add($"no input raises it: {name} stands in no fixture and in no test; write a fixture, or a test that names {field}");
            }
        }

        return lacks;
    }

    static IEnumerable<Row> Rows() =>
        from type in typeof(DiagnosticCode).Assembly.GetTypes()
        where type.Name.EndsWith("Codes", StringComparison.Ordinal)
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(DiagnosticCode)
        select new Row($"{type.Name}.{field.Name}", (DiagnosticCode)field.GetValue(null)!);

    static string? Page(string id)
    {
        var path = Path.Combine(Fixtures.Root, "content", "diagnostics", $"{id}.md");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>Fixtures with what is expected of them, which other tests hold them to, and those tests that make their input themselves.</summary>
    static string Inputs() => string.Join('\n',
        Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "tests"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".txt" or ".cases" or ".yaml" && Path.GetFileName(f) != $"{nameof(DiagnosticCodesTests)}.cs"
                && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
}
