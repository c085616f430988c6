using Xunit;
namespace Tutor.Core.Tests;
public class Smoke { [Fact] public void X() => Assert.Equal(2, 1 + 1); }
