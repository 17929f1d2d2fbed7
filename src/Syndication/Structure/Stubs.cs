using Syndication.Documents;
using Syndication.Model;
namespace Syndication.Structure;
#pragma warning disable
internal enum VocabularyCategory { Copyright, Unsubscribe, Contents, Comments, Share, Navigation, Related, Preface, Pointer }
internal sealed class Vocabulary {
  public static Vocabulary Instance { get; } = new();
  static readonly Dictionary<VocabularyCategory,string[]> W = new(){
   [VocabularyCategory.Copyright]=["©","copyright","powered by","all rights reserved","licensed under"],
   [VocabularyCategory.Unsubscribe]=["unsubscribe","view in browser"],
   [VocabularyCategory.Contents]=["目录","contents"],[VocabularyCategory.Comments]=["评论","留言","comments"],[VocabularyCategory.Share]=["分享","share"],
   [VocabularyCategory.Navigation]=["previous","next","newer","older","上一页","下一页","latest","archive"],[VocabularyCategory.Related]=["相关阅读","相关文章"],[VocabularyCategory.Preface]=["前言","卷首语"],[VocabularyCategory.Pointer]=["here","link"]};
  static readonly HashSet<string> S=["业界要闻","上游重要进展","开源项目推荐","本周阅读推荐","news","articles","events"];
  public bool Is(VocabularyCategory c, ReadOnlySpan<char> t){var s=t.ToString().Trim().ToLowerInvariant();return W[c].Contains(s);}
  public bool Contains(VocabularyCategory c, ReadOnlySpan<char> t){var s=t.ToString().ToLowerInvariant();return W[c].Any(x=>s.Contains(x));}
  public string? SectionKindOf(ReadOnlySpan<char> t){var s=t.ToString().Trim().ToLowerInvariant();return S.Contains(s)?(s.Contains("阅读")?"reading":"news"):null;}
}
internal readonly record struct IssueNumber(int Number,int Start,int Length);
internal static class IssueNumberFinder { public static IssueNumber? Find(string t){var m=System.Text.RegularExpressions.Regex.Match(t,@"(?:Vol\.?\s*|Issue #?|#|第\s*)(\d+)");return m.Success?new IssueNumber(int.Parse(m.Groups[1].Value),m.Index,m.Length):null;} }
internal readonly record struct FoundDate(PublicationDate Date,int Start,int Length);
internal static class DateFinder { public static FoundDate? FindFirst(string t){var m=System.Text.RegularExpressions.Regex.Match(t,@"\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?");return m.Success?new FoundDate(default,m.Index,m.Length):null;} }
internal static class BylineReader { public static bool IsByline(FlatDocument d, Block b, Vocabulary v){var s=d.TextOf(b).ToString();return s.Contains("作者：")||s.StartsWith("编辑：")||s.StartsWith("by ");} public static List<Person> Read(FlatDocument d, Block b, Vocabulary v)=>d.TextOf(b).StartsWith("by ")?[new Person(d.TextOf(b)[3..].ToString())]:[]; }
internal static class StableIds { public static string Slug(string t)=>t.ToLowerInvariant(); }
