import { callUrl, type Call } from './call.ts'
import { JAVASCRIPT, PYTHON, writeJson, writeValue } from './literal.ts'

export type HttpLanguage = keyof typeof HTTP_PROGRAMS

/**
 * A program that calls the endpoint with what the language has for HTTP, reads the key from the environment, and gives
 * a slow model ten minutes. The payload stands in it as JSON, in a literal in which nothing is escaped or interpolated;
 * the few characters that would end that literal are spelled as JSON spells them.
 */
export function writeHttp(language: HttpLanguage, call: Call): string {
  const [comment, write] = HTTP_PROGRAMS[language]
  const note = `${comment} Answers with request_id, status_url and response_url at once.
${comment} Add ?fal_webhook=<address> to be called when the result is there.`
  const program = write(callUrl(call), writeJson(call.payload), call.payload)
  if (call.mode !== 'queue') return program
  return program.startsWith('<?php') ? program.replace('\n', `\n${note}\n`) : `${note}\n${program}`
}

type Write = (url: string, json: string, payload: unknown) => string

export const HTTP_PROGRAMS = {
  fetch: ['//', writeFetch],
  requests: ['#', writeRequests],
  go: ['//', writeGo],
  rust: ['//', writeRust],
  java: ['//', writeJava],
  kotlin: ['//', writeKotlin],
  swift: ['//', writeSwift],
  csharp: ['//', writeCSharp],
  php: ['//', writePhp],
  ruby: ['#', writeRuby],
  dart: ['//', writeDart],
  powershell: ['#', writePowerShell],
  r: ['#', writeR],
} as const satisfies Record<string, readonly [comment: string, Write]>

/** The lines moved to the right, but for the first one. */
function indent(text: string, margin: string): string {
  return text.replaceAll('\n', `\n${margin}`)
}

function writeFetch(url: string, _json: string, payload: unknown): string {
  return `const response = await fetch("${url}", {
  method: "POST",
  headers: {
    Authorization: \`Key \${process.env.FAL_KEY}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${writeValue(payload, JAVASCRIPT, '  ')}),
});

console.log(await response.json());`
}

function writeRequests(url: string, _json: string, payload: unknown): string {
  return `import os

import requests

response = requests.post(
    "${url}",
    headers={"Authorization": f"Key {os.environ['FAL_KEY']}"},
    json=${writeValue(payload, PYTHON, '    ')},
)
response.raise_for_status()
print(response.json())`
}

function writeGo(url: string, json: string): string {
  return `package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

const input = \`${json.replaceAll('`', String.raw`\u0060`)}\`

func main() {
	request, err := http.NewRequest("POST", "${url}", strings.NewReader(input))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Key "+os.Getenv("FAL_KEY"))
	request.Header.Set("Content-Type", "application/json")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()

	output, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(output))
}`
}

function writeRust(url: string, json: string): string {
  const fence = longerThanAny(/"#*/g, json, '#')
  return `// cargo add reqwest --features blocking
use std::{env, error::Error, time::Duration};

fn main() -> Result<(), Box<dyn Error>> {
    let input = r${fence}"${json}"${fence};

    let output = reqwest::blocking::Client::new()
        .post("${url}")
        .header("Authorization", format!("Key {}", env::var("FAL_KEY")?))
        .header("Content-Type", "application/json")
        .timeout(Duration::from_secs(600))
        .body(input)
        .send()?
        .text()?;

    println!("{output}");
    Ok(())
}`
}

/** As many of the character as the longest match in the text is long: one more than follow what the match begins with. */
function longerThanAny(run: RegExp, text: string, character: string): string {
  const lengths = Array.from(text.matchAll(run), ([match]) => match.length)
  return character.repeat(lengths.reduce((longest, length) => Math.max(longest, length), 1))
}

function writeJava(url: string, json: string): string {
  return `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class Call {
    public static void main(String[] arguments) throws Exception {
        var input = """
            ${indent(json.replaceAll('\\', '\\\\'), '            ')}""";

        var request = HttpRequest.newBuilder(URI.create("${url}"))
            .header("Authorization", "Key " + System.getenv("FAL_KEY"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(input))
            .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        System.out.println(response.body());
    }
}`
}

function writeKotlin(url: string, json: string): string {
  return `import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

fun main() {
    val input = """
        ${indent(json.replaceAll('$', String.raw`\u0024`), '        ')}
    """.trimIndent()

    val request = HttpRequest.newBuilder(URI.create("${url}"))
        .header("Authorization", "Key " + System.getenv("FAL_KEY"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(input))
        .build()
    val response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())

    println(response.body())
}`
}

function writeSwift(url: string, json: string): string {
  return `import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

let input = #"""
    ${indent(json.replaceAll(String.raw`\#`, String.raw`\\u0023`), '    ')}
    """#

var request = URLRequest(url: URL(string: "${url}")!)
request.httpMethod = "POST"
request.timeoutInterval = 600
request.setValue("Key \\(ProcessInfo.processInfo.environment["FAL_KEY"] ?? "")", forHTTPHeaderField: "Authorization")
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.httpBody = Data(input.utf8)

let (output, _) = try await URLSession.shared.data(for: request)
print(String(decoding: output, as: UTF8.self))`
}

function writeCSharp(url: string, json: string): string {
  return `using System.Net.Http.Headers;
using System.Text;

var input = """
    ${indent(json, '    ')}
    """;

using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
client.DefaultRequestHeaders.Authorization =
    new AuthenticationHeaderValue("Key", Environment.GetEnvironmentVariable("FAL_KEY"));

using var response = await client.PostAsync(
    "${url}",
    new StringContent(input, Encoding.UTF8, "application/json"));

Console.WriteLine(await response.Content.ReadAsStringAsync());`
}

function writePhp(url: string, json: string): string {
  return `<?php

$input = <<<'JSON'
${json}
JSON;

$request = curl_init('${url}');
curl_setopt_array($request, [
    CURLOPT_POSTFIELDS => $input,
    CURLOPT_HTTPHEADER => [
        'Authorization: Key ' . getenv('FAL_KEY'),
        'Content-Type: application/json',
    ],
    CURLOPT_RETURNTRANSFER => true,
]);

$output = curl_exec($request);
if ($output === false) {
    throw new RuntimeException(curl_error($request));
}
echo $output;`
}

function writeRuby(url: string, json: string): string {
  return `require "net/http"

url = URI("${url}")
input = <<~'JSON'
  ${indent(json, '  ')}
JSON

response = Net::HTTP.start(url.host, url.port, use_ssl: true, read_timeout: 600) do |http|
  http.post(url.path, input, {
    "Authorization" => "Key #{ENV.fetch("FAL_KEY")}",
    "Content-Type" => "application/json",
  })
end

puts response.body`
}

function writeDart(url: string, json: string): string {
  return `// dart pub add http
import 'dart:io';

import 'package:http/http.dart' as http;

const input = r"""
${json}
""";

Future<void> main() async {
  final response = await http.post(
    Uri.parse('${url}'),
    headers: {
      'Authorization': 'Key \${Platform.environment['FAL_KEY']}',
      'Content-Type': 'application/json',
    },
    body: input,
  );

  print(response.body);
}`
}

function writePowerShell(url: string, json: string): string {
  return `$body = @'
${json}
'@

$response = Invoke-RestMethod -Method Post -Uri '${url}' \`
  -Headers @{ Authorization = "Key $env:FAL_KEY" } \`
  -ContentType 'application/json; charset=utf-8' \`
  -Body $body

$response | ConvertTo-Json -Depth 20`
}

function writeR(url: string, json: string): string {
  const fence = longerThanAny(/\)-*/g, json, '-')
  return `library(httr2)

input <- r"${fence}(${json})${fence}"

request("${url}") |>
  req_headers(Authorization = paste("Key", Sys.getenv("FAL_KEY"))) |>
  req_body_raw(input, "application/json") |>
  req_perform() |>
  resp_body_string() |>
  cat()`
}
