using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Syndication.Archives.Importing;

namespace Syndication.Tool;

/// <summary>Shows how far an import is: a bar on a terminal, a line now and then elsewhere, events as JSON, or nothing.</summary>
internal sealed class ImportView(bool isQuiet, bool isJson)
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);

    private static readonly JsonWriterOptions form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs an import and shows its progress.</summary>
    internal async Task<T> ShowAsync<T>(Func<Action<ImportProgress>?, Task<T>> run)
    {
        if (isJson)
        {
            var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 14);
            await using (output) return await run(progress => WriteEvent(output, progress));
        }

        if (isQuiet) return await run(null);
        return Console.IsErrorRedirected ? await ShowLinesAsync(run) : await ShowBarAsync(run);
    }

    /// <summary>Says what was done.</summary>
    internal void Tell(ImportResult result, bool isDry, bool isEach)
    {
        ImportReport report = result.Report;
        if (isJson)
        {
            using var output = Console.OpenStandardOutput();
            using (var writer = new Utf8JsonWriter(output, form))
            {
                writer.WriteStartObject();
                writer.WriteString("event", "done");
                writer.WriteBoolean("dryRun", isDry);
                writer.WriteString("publication", result.Publication);
                writer.WriteNumber("read", result.Read);
                writer.WriteNumber("unchanged", result.Unchanged);
                writer.WriteNumber("changedIssues", result.Changed);
                writer.WriteNumber("issues", report.Issues);
                writer.WriteNumber("notIssues", report.NotIssues);
                writer.WriteNumber("refused", report.Refused);
                writer.WriteNumber("lookAt", report.LookAt.Length);
                if (!report.Feeds.IsEmpty) writer.WriteNumber("unread", report.Feeds.Sum(f => f.Unread));
                writer.WriteEndObject();
            }

            output.Write("\n"u8);
        }
        else if (!isQuiet)
        {
            string would = isDry ? "would be " : "";
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{result.Publication}: {result.Read} documents read, {result.Unchanged} unchanged; {result.Changed} issues {would}added or changed. {report.Issues} issues in all, {report.NotIssues} documents are no issue, {report.Refused} could not be read, {report.LookAt.Length} to look at."));
            if (!isEach && result.Lists > 1) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"note: the mails came over {result.Lists} lists or from as many senders; where they are several newsletters, --each imports each by itself"));
            foreach (ImportFeed feed in report.Feeds)
            {
                string ids = feed.UnreadForTheirId == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {feed.UnreadForTheirId} of them only for their guid, which 'build --ids ids.json' keeps");
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feed.Name}: {feed.Kept} of {feed.Entries} guids kept; {feed.Unread} entries would show as unread{ids}; {feed.Gone} of the old ones are in no issue."));
            }
        }
    }

    private static async Task<T> ShowLinesAsync<T>(Func<Action<ImportProgress>?, Task<T>> run)
    {
        var rate = new Rate();
        long last = 0;
        return await run(progress =>
        {
            rate.At(progress);
            if (Stopwatch.GetElapsedTime(last) < pause || last == 0 && progress.Done > 1) return;
            if (last == 0)
            {
                last = Stopwatch.GetTimestamp();
                return;
            }

            last = Stopwatch.GetTimestamp();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Word(progress.Phase)} {progress.Done}{(progress.Total > 0 ? $" of {progress.Total}" : "")}, {rate.PerSecond:0} a second{Left(rate, progress)}: {progress.Current}"));
        });
    }

    private static async Task<T> ShowBarAsync<T>(Func<Action<ImportProgress>?, Task<T>> run)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        T? result = default;
        await console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn()).StartAsync(async context =>
        {
            ProgressTask bar = context.AddTask("Looking", maxValue: 1);
            var rate = new Rate();
            long last = 0;
            result = await run(progress =>
            {
                rate.At(progress);
                if (Stopwatch.GetElapsedTime(last).TotalMilliseconds < 100) return;
                last = Stopwatch.GetTimestamp();
                bar.IsIndeterminate = progress.Total == 0;
                bar.MaxValue = Math.Max(1, progress.Total);
                bar.Value = progress.Done;
                bar.Description = Spectre.Console.Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{Word(progress.Phase)} {progress.Done}, {rate.PerSecond:0}/s{Left(rate, progress)} {End(progress.Current)}"));
            });
        });
        return result!;
    }

    private static string Left(Rate rate, ImportProgress progress) =>
        progress.Total <= progress.Done || rate.PerSecond < 0.01 ? "" : string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds((long)((progress.Total - progress.Done) / rate.PerSecond)):g} left");

    private static string End(string name)
    {
        string plain = new([.. name.Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
        return plain.Length <= 48 ? plain : "…" + plain[^47..];
    }

    private static string Word(ImportPhase phase) => phase switch
    {
        ImportPhase.Looking => "Looking at",
        ImportPhase.Learning => "Learning from",
        _ => "Reading",
    };

    private static void WriteEvent(Stream output, ImportProgress progress)
    {
        if (progress.Entry is not { } entry) return;
        using (var writer = new Utf8JsonWriter(output, form))
        {
            writer.WriteStartObject();
            writer.WriteString("event", "read");
            writer.WriteNumber("done", progress.Done);
            writer.WriteNumber("total", progress.Total);
            writer.WriteString("source", string.Concat(entry.Source.EnumerateRunes()));
            writer.WriteString("outcome", entry.Outcome switch { ImportOutcome.Issue => "issue", ImportOutcome.NotAnIssue => "notAnIssue", _ => "refused" });
            if (entry.Key is not null) writer.WriteString("key", entry.Key);
            if (entry.Outcome != ImportOutcome.Issue && entry.Diagnostics.FirstOrDefault() is { } reason) writer.WriteString("reason", reason.Message);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>How many documents a second are done in the phase.</summary>
    private sealed class Rate
    {
        private long start;
        private ImportPhase? phase;

        internal double PerSecond { get; private set; }

        internal void At(ImportProgress progress)
        {
            if (phase != progress.Phase) (phase, start) = (progress.Phase, Stopwatch.GetTimestamp());
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            PerSecond = seconds < 0.2 ? 0 : progress.Done / seconds;
        }
    }
}
