namespace Syndication.Archives.Mail;

/// <summary>Joins the lines of <c>format=flowed</c> text (RFC 3676). Works on bytes: in the charsets that such text may have, space, <c>&gt;</c> and line ends are ASCII.</summary>
internal static class FlowedText
{
    /// <summary>Joins flowed lines to paragraphs.</summary>
    /// <param name="text">The text, its transfer encoding undone.</param>
    /// <param name="deleteSpaces"><c>DelSp=yes</c>: the space that says that a line flows is no part of the text (RFC 3676 §4.1).</param>
    public static byte[] Unfold(ReadOnlySpan<byte> text, bool deleteSpaces)
    {
        var joined = new MemoryStream(text.Length);
        bool open = false;
        int openDepth = 0;
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? text : text[..end]).TrimEnd((byte)'\r');
            text = end < 0 ? [] : text[(end + 1)..];
            int depth = line.IndexOfAnyExcept((byte)'>');
            if (depth < 0) depth = line.Length;
            line = line[depth..];
            if (line is [(byte)' ', ..]) line = line[1..];

            // A signature's dashes end with a space and do not flow (§4.3); lines of another quote depth do not belong together (§4.5).
            bool isSignature = line.SequenceEqual("-- "u8);
            bool flows = line is [.., (byte)' '] && !isSignature;
            if (open && (depth != openDepth || isSignature))
            {
                joined.WriteByte((byte)'\n');
                open = false;
            }

            if (!open && depth > 0)
            {
                for (int i = 0; i < depth; i++) joined.WriteByte((byte)'>');
                joined.WriteByte((byte)' ');
            }

            joined.Write(flows && deleteSpaces ? line[..^1] : line);
            if (!flows) joined.WriteByte((byte)'\n');
            open = flows;
            openDepth = depth;
        }

        return joined.ToArray();
    }
}
