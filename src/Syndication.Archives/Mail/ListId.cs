namespace Syndication.Archives.Mail;

/// <summary>A mailing list as its <c>List-Id</c> names it (RFC 2919).</summary>
/// <param name="Name">Its name, where the phrase is one and no description or number.</param>
/// <param name="Label">The first label of its identifier (<c>news-weekly</c> of <c>news-weekly.lists.example.org</c>).</param>
internal sealed record ListId(string? Name, string? Label)
{
    private const int LongestName = 60;

    /// <summary>Reads the field's value.</summary>
    public static ListId Of(string? value)
    {
        if (value is null) return new ListId(null, null);
        int open = value.LastIndexOf('<'), close = value.LastIndexOf('>');
        string id = open >= 0 && close > open ? value[(open + 1)..close] : value;
        string phrase = open > 0 ? value[..open].Trim().Trim('"').Trim() : "";
        string label = id.Trim().Split('.')[0];
        return new ListId(IsName(phrase) ? phrase : null, label.Length > 0 && !IsNumber(label) && !label.Contains(' ', StringComparison.Ordinal) ? label : null);
    }

    /// <summary>Mailing programs put sentences and account numbers there as well.</summary>
    private static bool IsName(string phrase) =>
        phrase.Length is > 1 and <= LongestName && !phrase.EndsWith('.') && !phrase.EndsWith('。') && !phrase.EndsWith("mc list", StringComparison.OrdinalIgnoreCase)
        && !phrase.Contains("://", StringComparison.Ordinal) && !phrase.Contains('@', StringComparison.Ordinal) && !IsNumber(phrase.Replace(" ", "", StringComparison.Ordinal));

    private static bool IsNumber(string text) => text.Count(char.IsDigit) * 3 >= text.Length;
}
