"""Runs the examples of MiniMax's voice-clone guide against an emulator, with nothing but placeholders, host and paths replaced.

Arguments: the folder with the providers' documents, the emulator's base URL, its key, the folder with the samples.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

documents, base, key, samples = sys.argv[1:]
guide = next(pathlib.Path(documents).glob("000_*")).read_text()
blocks = re.findall(r"```(\w+)[^\n]*\n(.*?)```", guide, re.S)
environment = dict(os.environ, MINIMAX_API_KEY=key)
ids = {}


def filled(text, voice_id):
    text = text.replace("https://api.minimax.io/v1", base)
    text = text.replace("/path/to/clone_input.mp3", f"{samples}/speech.mp3")
    text = text.replace("/path/to/clone_prompt.mp3", f"{samples}/prompt.mp3")
    text = text.replace("${MINIMAX_API_KEY}", key)
    for name in ("<your_custom_voice_id>", "<voice_id>"):
        text = text.replace(name, voice_id)
    text = text.replace("<file_id_of_cloned_voice>", ids.get("voice_clone", ""))
    return text.replace("<file_id_of_prompt_audio>", ids.get("prompt_audio", ""))


def run(number, language, text):
    indented = [line for line in text.splitlines() if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in indented)
    text = "\n".join(line[margin:] for line in text.splitlines())
    text = filled(text, f"Document{number:03d}")
    command = ["bash", "-c", text] if language == "bash" else [sys.executable, "-c", text]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
    print(f"      {language} example {number}: {last[:150]}")
    if done.returncode != 0:
        sys.exit(f"FAIL  {language} example {number}: {done.stderr}")
    if language == "bash" or "voice_clone\"" not in text:
        note_ids(text, last)
    if last.startswith("{") and json.loads(last)["base_resp"]["status_code"] != 0:
        sys.exit(f"FAIL  {language} example {number}: {last}")


def note_ids(text, last):
    purpose = next((name for name in ("prompt_audio", "voice_clone") if re.search(rf'purpose.*{name}', text)), None)
    if purpose is None:
        return
    if last.startswith("{"):
        ids[purpose] = str(json.loads(last)["file"]["file_id"])
    elif last.isdigit():
        ids[purpose] = last


for index, (language, text) in enumerate(blocks, 1):
    if language in ("python", "bash"):
        run(index, language, text)
print(f"ok    {sum(1 for language, _ in blocks if language in ('python', 'bash'))} examples")
