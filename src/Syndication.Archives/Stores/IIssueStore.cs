namespace Syndication.Archives.Stores;

/// <summary>
/// Keeps newsletters and their issues, for one process or for several that share it. What a method has written is there after a crash; a method that
/// throws has written nothing. Thread-safe.
/// </summary>
/// <remarks>
/// Keys name a newsletter in the store and an issue in its newsletter; both stand in addresses, so they are kept for good. A key is one to 200 characters
/// without control characters and slashes; another is refused with <see cref="ArgumentException"/>. Sequences come in the order of the keys' UTF-8 bytes
/// where nothing else is said. A store that cannot be reached throws what its driver throws (<see cref="IOException"/>, <see cref="System.Data.Common.DbException"/>).
/// </remarks>
public interface IIssueStore
{
    /// <summary>A number that is larger after every change of newsletters and issues: equal numbers mean that nothing has changed. Cheap enough to be asked often.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    Task<long> GetRevisionAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells of changes by whichever process as soon as they are there, with the revision that they led to, for those who would else ask again and again;
    /// first of the revision at which the watching began. A store that cannot tell ends the sequence at once. A connection may be lost without a sign: who
    /// watches asks for the revision now and then all the same.
    /// </summary>
    /// <param name="cancellationToken">Stops the watching.</param>
    IAsyncEnumerable<long> WatchAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<long>();

    /// <summary>The newsletters.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<StoredPublication> GetPublicationsAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a newsletter, or replaces what is known of it.</summary>
    /// <param name="publication">The newsletter.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>Whether that changed anything.</returns>
    Task<bool> PutPublicationAsync(StoredPublication publication, CancellationToken cancellationToken = default);

    /// <summary>Removes a newsletter with all its issues.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemovePublicationAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>The issues of a newsletter, read one by one.</summary>
    /// <param name="publication">The newsletter's key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<StoredIssue> GetIssuesAsync(string publication, CancellationToken cancellationToken = default);

    /// <summary>One issue.</summary>
    /// <param name="publication">The newsletter's key.</param>
    /// <param name="key">The issue's key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The issue; <see langword="null"/> where there is none.</returns>
    Task<StoredIssue?> FindIssueAsync(string publication, string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds issues, or replaces them, all or none. A newsletter that is not known becomes so, with what <see cref="Model.Issue.Publication"/> says of it. An
    /// issue that is stored as it is already is no change, so that a second import changes nothing.
    /// </summary>
    /// <param name="issues">The issues, of one newsletter or several.</param>
    /// <param name="cancellationToken">Stops, with nothing written.</param>
    /// <returns>How many were added or differ from what was stored.</returns>
    Task<int> PutIssuesAsync(IReadOnlyCollection<StoredIssue> issues, CancellationToken cancellationToken = default);

    /// <summary>Removes an issue.</summary>
    /// <param name="publication">The newsletter's key.</param>
    /// <param name="key">The issue's key.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveIssueAsync(string publication, string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// The issues that have all the words, newest first; those without a date last. A word of a script written without spaces is found anywhere, others as
    /// whole words; <c>"two words"</c> stand as they are; case and width do not matter. Nothing is found without a word.
    /// </summary>
    /// <param name="words">The words.</param>
    /// <param name="publication">The newsletter's key; <see langword="null"/>: in all.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    IAsyncEnumerable<StoredIssue> SearchAsync(string words, string? publication = null, CancellationToken cancellationToken = default);

    /// <summary>A note that is kept beside the issues, such as what was published of them (<see cref="Feeds.Feed"/>) or how far an import has come. Not part of the revision.</summary>
    /// <param name="name">Its name: one to 300 characters without control characters.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The note; <see langword="null"/> where there is none.</returns>
    Task<StoredNote?> FindNoteAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Writes a note if nobody else has in the meantime, so that nodes that share the store do not undo each other's work.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What it says.</param>
    /// <param name="expectedVersion">The <see cref="StoredNote.Version"/> that it is to replace; 0 where there was none.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>Whether it was written; <see langword="false"/> where another version is there.</returns>
    Task<bool> TryWriteNoteAsync(string name, ReadOnlyMemory<byte> content, long expectedVersion, CancellationToken cancellationToken = default);
}
