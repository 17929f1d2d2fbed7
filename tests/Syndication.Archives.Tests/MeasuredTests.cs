namespace Syndication.Archives.Tests;

/// <summary>Tests that measure the memory of the process: no other runs beside them.</summary>
[CollectionDefinition("measured", DisableParallelization = true)]
public sealed class MeasuredTests;
