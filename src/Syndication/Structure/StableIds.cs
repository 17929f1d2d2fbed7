namespace Syndication.Structure;
internal static class StableIds { public static string Slug(string t)=>t.ToLowerInvariant(); }
