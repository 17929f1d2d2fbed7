namespace Syndication.Archives.Importing;

/// <summary>Some of many, spread evenly and the same every time.</summary>
internal sealed class Sample(long count, int size)
{
    private long index = -1;

    /// <summary>Whether the next one is of the sample.</summary>
    public bool Takes()
    {
        index++;
        return count <= size || index * size / count != (index + 1) * size / count;
    }
}
