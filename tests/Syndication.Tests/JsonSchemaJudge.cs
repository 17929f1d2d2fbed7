using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Syndication.Tests;

/// <summary>Python's jsonschema (JSON Schema 2020-12) as a judge that nobody here wrote: one process, one document a line.</summary>
internal sealed class JsonSchemaJudge : IDisposable
{
    private const string Script = """
        import json, sys
        from jsonschema import validators
        schema = json.load(open(sys.argv[1], encoding="utf-8"))
        check = validators.validator_for(schema)(schema)
        for stream in (sys.stdin, sys.stdout): stream.reconfigure(encoding="utf-8")
        print("ready", flush=True)
        for line in sys.stdin:
            print(json.dumps([e.message[:300] for e in check.iter_errors(json.loads(json.loads(line)))]), flush=True)
        """;

    private readonly Process process;

    private JsonSchemaJudge(Process process) => this.process = process;

    /// <summary>A judge for a schema; skips the test where Python's jsonschema is missing.</summary>
    internal static JsonSchemaJudge For(string path)
    {
        var start = new ProcessStartInfo("python3", ["-c", Script, path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process? started = null;
        try
        {
            started = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
        }

        if (started?.StandardOutput.ReadLine() != "ready") Assert.Skip("python3 with the package jsonschema is not here");
        return new JsonSchemaJudge(started);
    }

    internal string[] Complaints(string json)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(json));
        process.StandardInput.Flush();
        string? answer = process.StandardOutput.ReadLine();
        Assert.NotNull(answer);
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
