// Starts the program under node: dotnet build tests/Tutor.Wasm && node tests/Tutor.Wasm/main.mjs
import { dotnet } from './bin/Debug/net10.0/wwwroot/_framework/dotnet.js';

const { runMain } = await dotnet.create();
process.exit(await runMain());
