// In-process benchmarks: dotnet run -c Release --project bench/Warder.Bench -- --filter '*'
// WARDER_BENCH_FILES names the folder of workflow files; the first 500 in ordinal order are read.
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
