using System.Runtime.CompilerServices;

namespace Syndication.Archives.Stores;

/// <summary>What may name something in a store: it has to stand in an address, a file name and a database alike.</summary>
internal static class StoreKey
{
    private const int MaxKey = 200;
    private const int MaxName = 300;

    public static string Check(string key, [CallerArgumentExpression(nameof(key))] string? parameter = null)
    {
        CheckName(key, parameter);
        if (key.Length > MaxKey) throw new ArgumentException($"A key has at most {MaxKey} characters; this one has {key.Length}.", parameter);
        if (key.AsSpan().ContainsAny('/', '\\') || key is "." or "..") throw new ArgumentException($"The key '{key}' has a slash or is a relative path.", parameter);
        return key;
    }

    public static string CheckName(string name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        if (name.Length > MaxName) throw new ArgumentException($"A name has at most {MaxName} characters; this one has {name.Length}.", parameter);
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsControl(name[i])) throw new ArgumentException($"The key '{name}' has a control character.", parameter);
            if (!char.IsSurrogate(name[i])) continue;
            if (i + 1 >= name.Length || !char.IsSurrogatePair(name[i], name[i + 1])) throw new ArgumentException("The key has half of a surrogate pair.", parameter);
            i++;
        }

        return name;
    }
}
