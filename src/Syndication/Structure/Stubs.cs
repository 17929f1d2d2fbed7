using Syndication.Documents;
using Syndication.Model;
namespace Syndication.Structure;
#pragma warning disable
internal readonly record struct IssueNumber(int Number,int Start,int Length);
internal static class IssueNumberFinder { public static IssueNumber? Find(string t){var m=System.Text.RegularExpressions.Regex.Match(t,@"(?:Vol\.?\s*|Issue #?|#|第\s*)(\d+)");return m.Success?new IssueNumber(int.Parse(m.Groups[1].Value),m.Index,m.Length):null;} }
internal static class BylineReader { public static bool IsByline(FlatDocument d, Block b, Vocabulary v){var s=d.TextOf(b).ToString();return s.Contains("作者：")||s.StartsWith("编辑：")||s.StartsWith("by ");} public static List<Person> Read(FlatDocument d, Block b, Vocabulary v)=>d.TextOf(b).StartsWith("by ")?[new Person(d.TextOf(b)[3..].ToString())]:[]; }
internal static class StableIds { public static string Slug(string t)=>t.ToLowerInvariant(); }
