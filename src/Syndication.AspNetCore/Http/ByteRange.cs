using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>One range of bytes (RFC 9110 §14.1.2).</summary>
internal readonly record struct ByteRange(int From, int Length)
{
    /// <summary>Reads <c>Range</c>.</summary>
    /// <param name="field">The field.</param>
    /// <param name="length">How many bytes there are.</param>
    /// <param name="unsatisfiable">Whether it asks for bytes that are not there: 416.</param>
    /// <returns>The range; <see langword="null"/> where the field is to be ignored: malformed, another unit, several ranges.</returns>
    public static ByteRange? Read(StringValues field, int length, out bool unsatisfiable)
    {
        unsatisfiable = false;
        if (field.Count != 1 || !RangeHeaderValue.TryParse(field[0], out RangeHeaderValue? ranges) || ranges.Ranges.Count != 1 || !ranges.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)) return null;
        RangeItemHeaderValue range = ranges.Ranges.First();
        long from = range.From ?? Math.Max(0, length - (range.To ?? 0));
        long to = range.From is null ? length - 1 : Math.Min(range.To ?? long.MaxValue, length - 1);
        unsatisfiable = from >= length || (range.From is null && range.To == 0);
        return unsatisfiable ? null : new ByteRange((int)from, (int)(to - from + 1));
    }
}
