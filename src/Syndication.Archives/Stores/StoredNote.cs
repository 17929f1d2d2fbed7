namespace Syndication.Archives.Stores;

/// <summary>A note in a store; see <see cref="IIssueStore.FindNoteAsync"/>.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Version">Grows with every writing, from 1.</param>
public sealed record StoredNote(ReadOnlyMemory<byte> Content, long Version);
