using System.Reflection;
using System.Text.RegularExpressions;

namespace Syndication.Tests;

/// <summary>The design's arrows: no stage knows a later one, and a foreign library is known by as few files as possible.</summary>
public partial class ArchitectureTests
{
    /// <summary>What the files of each folder may know of the library, themselves left out. "" is the front door.</summary>
    private static readonly Dictionary<string, string[]> arrows = new()
    {
        ["Text"] = [],
        ["Model"] = ["Text"],
        ["Documents"] = ["Text", "Model"],
        ["Structure"] = ["Text", "Model", "Documents"],
        ["Feeds"] = ["Text", "Model"],
        [""] = ["Text", "Model", "Documents", "Structure"],
    };

    /// <summary>Which places may know a foreign library: a folder, or a file of the front door.</summary>
    private static readonly Dictionary<string, string[]> foreign = new()
    {
        ["AngleSharp"] = ["Documents", "IssueReader.cs"],
        ["Markdig"] = ["Documents"],
        ["YamlDotNet"] = ["Documents"],
        ["UtfUnknown"] = ["Text"],
        ["System.ServiceModel.Syndication"] = ["Feeds"],
    };

    /// <summary>The doors made for a foreign library's type.</summary>
    private static readonly string[] doors = ["IssueReader.Read", "Feed.ToSyndicationFeed", "Feed.FromSyndicationFeed", "FeedSyndicationFormatter..ctor", "FeedSyndicationFormatter.CreateFeedInstance"];

    [Fact]
    public void No_arrow_points_up()
    {
        var wrong = Sources().SelectMany(f => Known(f.Code).Where(n => arrows.ContainsKey(n) && n != f.Folder && !arrows[f.Folder].Contains(n))
            .Select(n => $"{f.Path} knows Syndication.{n}"));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("using Syndication.Structure;", "Structure")]
    [InlineData("using Syndication.Text;", "Text")]
    [InlineData("    Structure.Outline outline;", "Structure")]
    [InlineData("using Page = Syndication.Documents.Page;", "Documents")]
    [InlineData("var r = IssueReader.Default;", "")]
    [InlineData("using System.Text;\nusing System.ServiceModel.Syndication;\nvar x = feed.Model.Title;", null)]
    public void An_arrow_is_seen_however_it_is_written(string code, string? known) => Assert.Equal(known is null ? [] : [known], Known(code));

    [Fact]
    public void Every_folder_is_a_namespace_of_the_design_and_every_file_is_in_its_own() =>
        Assert.Empty(Sources().Where(f => !arrows.ContainsKey(f.Folder) || Namespace().Match(f.Code).Groups["name"].Value != $"Syndication.{f.Folder}".TrimEnd('.')).Select(f => f.Path));

    [Fact]
    public void A_foreign_library_is_known_only_where_the_design_says()
    {
        var wrong = from f in Sources() from library in foreign
                    where f.Code.Contains(library.Key + ".", StringComparison.Ordinal) || f.Code.Contains(library.Key + ";", StringComparison.Ordinal)
                    where !library.Value.Contains(f.Folder) && !library.Value.Contains(f.Path) select $"{f.Path} knows {library.Key}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_public_signature_shows_a_foreign_type_but_the_doors_made_for_it()
    {
        var wrong = from type in typeof(IssueReader).Assembly.GetExportedTypes()
                    from member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    where IsVisible(member) && !doors.Contains($"{type.Name}.{member.Name}")
                    from shown in Types(member).SelectMany(Parts)
                    where foreign.Keys.Any(library => (shown.FullName ?? "").StartsWith(library + ".", StringComparison.Ordinal))
                    select $"{type.Name}.{member.Name} shows {shown.FullName}";
        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Folder, string Path, string Code)> Sources()
    {
        string root = Path.Combine(Repository.Root, "src", "Syndication");
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        return files.Select(f => (Folder: (Path.GetDirectoryName(Path.GetRelativePath(root, f)) ?? "").Replace('\\', '/'), Path.GetRelativePath(root, f).Replace('\\', '/'), Comment().Replace(File.ReadAllText(f), "")));
    }

    /// <summary>The namespaces of the library that code names: "" for the front door's own types, used from a namespace within by their names alone.</summary>
    private static IEnumerable<string> Known(string code) =>
        Stage().Matches(code).Select(m => m.Groups["stage"].Value).Concat(FrontDoor().IsMatch(code) ? [""] : []).Distinct();

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly,
        FieldInfo f => f.IsPublic || f.IsFamily,
        _ => false,
    };

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodInfo m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType),
        ConstructorInfo c => c.GetParameters().Select(p => p.ParameterType),
        FieldInfo f => [f.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);

    [GeneratedRegex(@"//.*|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    /// <summary>A namespace in full, or as a namespace within can shorten it (but for Text, which may be the system's).</summary>
    [GeneratedRegex(@"((?<!ServiceModel\.)\bSyndication\.(?=Text\b)|(?<![\w.])(Syndication\.)?(?=(Model|Documents|Structure|Feeds)(\.[A-Z]|;)))(?<stage>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Stage();

    [GeneratedRegex(@"\b(IssueReader|IssueResult|IssueSource|IssueReaderOptions|IssueResultJson)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex FrontDoor();
}
