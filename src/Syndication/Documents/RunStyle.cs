namespace Syndication.Documents;

/// <summary>How the characters of a <see cref="Run"/> are set.</summary>
[Flags]
internal enum RunStyle : ushort
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Code = 4,
    Strike = 8,
    Subscript = 16,
    Superscript = 32,
    Underline = 64,
    Mark = 128,
    Ruby = 256,
    RubyText = 512,
    Quoted = 1024,
    Small = 2048,
}
