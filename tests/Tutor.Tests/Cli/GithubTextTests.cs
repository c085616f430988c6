using Tutor.Cli;
using Tutor.Core.Levels;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class GithubTextTests
{
    [Fact]
    public void A_finding_is_one_line_with_its_place_and_everything_escaped()
    {
        var source = SourceText.From("levels/a,b.yaml", "id: x\nmix: { anon: 5 }\n");
        var finding = new Diagnostic(FileCodes.Missing, source, new TextSpan(13, 4), "50% of it\nis missing", "write it: now");
        Assert.Equal(
            "::error file=levels/a%2Cb.yaml,line=2,col=8,endLine=2,endColumn=12,title=TUT3901::50%25 of it%0Ais missing%0Ahelp: write it: now",
            GithubText.Of(finding));
    }
}
