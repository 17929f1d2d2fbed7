using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Syndication.Feeds;

namespace Syndication.Tool;

/// <summary><c>syndication diff OLD NEW</c>: what subscribers' readers will show when a feed takes the place of another.</summary>
internal static class DiffCommand
{
    internal static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "The feed that subscribers have: a file of RSS, Atom or JSON Feed. Archive documents that it names are read where they lie beside it." };
        var fresh = new Argument<string>("NEW") { Description = "The feed that they will get." };
        var json = new Option<bool>("--json") { Description = "JSON instead of text." };
        var ids = new Option<string?>("--ids") { Description = "Write the ids of entries that are known by their address or title to FILE; 'build --ids FILE' keeps them.", HelpName = "FILE" };
        var command = new Command("diff", "Says how many entries a reader will show as new, as changed and as gone. Exit code: 0 nothing would show, 1 something would or a feed could not be read, 2 wrong usage.") { old, fresh, json, ids };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(old), parsed.GetRequiredValue(fresh), parsed.GetValue(json), parsed.GetValue(ids), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string old, string fresh, bool json, string? ids, CancellationToken cancellationToken)
    {
        if (await FeedFile.ReadAsync(old, cancellationToken) is not { } before || await FeedFile.ReadAsync(fresh, cancellationToken) is not { } after) return ExitCode.SomethingFailed;
        FeedDifference difference = FeedDifference.Between(before, after);
        if (ids is not null)
        {
            try
            {
                await File.WriteAllBytesAsync(ids, difference.Renamed.ToJson(), cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{ids}: error: {FileReading.Reason(e)}");
                return ExitCode.SomethingFailed;
            }
        }

        await using Stream output = Console.OpenStandardOutput();
        if (json) WriteJson(output, difference);
        else await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Text(difference)), cancellationToken);
        return difference.New.IsEmpty && difference.Changed.IsEmpty && difference.Gone.IsEmpty ? ExitCode.AllRead : ExitCode.SomethingFailed;
    }

    private static string Text(FeedDifference difference)
    {
        string[] lines =
        [
            .. Part("new", "will show as unread", difference.New),
            .. difference.Renamed.Entries.IsEmpty ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"  {difference.Renamed.Entries.Count} of them were there under another id: keep it with --ids") },
            .. Part("changed", "will show as changed", difference.Changed),
            .. Part("gone", "are not in the new feed", difference.Gone),
            string.Create(CultureInfo.InvariantCulture, $"{difference.Unchanged} unchanged"),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Part(string name, string what, ImmutableArray<FeedEntry> entries)
    {
        const int shown = 20;
        yield return string.Create(CultureInfo.InvariantCulture, $"{entries.Length} {name}{(entries.IsEmpty ? "" : $": {what}")}");
        foreach (FeedEntry entry in entries.Take(shown)) yield return $"  {entry.DisplayTitle.ReplaceLineEndings(" ")}  <{entry.Id}>";
        if (entries.Length > shown) yield return string.Create(CultureInfo.InvariantCulture, $"  … and {entries.Length - shown} more");
    }

    private static void WriteJson(Stream output, FeedDifference difference)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Write(json, "new", difference.New);
            Write(json, "changed", difference.Changed);
            Write(json, "gone", difference.Gone);
            json.WriteNumber("unchanged", difference.Unchanged);
            json.WriteStartObject("renamed");
            foreach ((string id, string entry) in difference.Renamed.Entries) json.WriteString(id, entry);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<FeedEntry> entries)
    {
        json.WriteStartArray(name);
        foreach (FeedEntry entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("title", entry.DisplayTitle);
            if (entry.Url is not null) json.WriteString("url", entry.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
