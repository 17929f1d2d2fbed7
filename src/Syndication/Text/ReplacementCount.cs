using System.Text;

namespace Syndication.Text;

/// <summary>Puts U+FFFD for bytes that are no text, and counts how often. For one decoding.</summary>
internal sealed class ReplacementCount : DecoderFallback
{
    /// <summary>How many sequences were replaced so far.</summary>
    public int Count { get; private set; }

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(ReplacementCount owner) : DecoderFallbackBuffer
    {
        private bool pending;
        private bool given;

        public override int Remaining => pending ? 1 : 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Count++;
            pending = true;
            return true;
        }

        public override char GetNextChar()
        {
            given = pending;
            pending = false;
            return given ? '\uFFFD' : '\0';
        }

        public override bool MovePrevious()
        {
            if (!given) return false;
            given = false;
            return pending = true;
        }

        public override void Reset() => pending = given = false;
    }
}
