using Warder.Cli;

return CommandLine.Run(args);
