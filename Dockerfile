# Warder in a container: the native program, git, and nothing else.
#   docker build -t warder .
#   docker run --rm --user "$(id -u)" -v "$PWD:/repository:ro" warder audit
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends clang zlib1g-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/Warder.Cli -c Release -o /warder

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /warder/warder /warder/libe_sqlite3.so /usr/local/bin/
WORKDIR /repository
ENTRYPOINT ["warder"]
CMD ["--help"]
