# Orca loads this from its own folder. It speaks into a file, a line for each utterance, instead of a loudspeaker.
import os
import sys
from types import SimpleNamespace

from orca.speechserver import SpeechServer


class UtteranceFile(SpeechServer):
    """A speech server that writes what it is given to say."""

    def __init__(self):
        self.file = open(os.environ["MIROIR_UTTERANCES"], "a", encoding="utf-8")

    @staticmethod
    def getSpeechServer(info=None):
        return UtteranceFile()

    @staticmethod
    def getSpeechServers():
        return [UtteranceFile()]

    def speak(self, text=None, acss=None, interrupt=True):
        if text:
            self.file.write(" ".join(text.split()) + "\n")
            self.file.flush()

    def speakCharacter(self, character, acss=None):
        self.speak(character)

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _ in utteranceIterator:
            self.speak("… " + context.utterance)


# Orca asks the module of its usual server for one.
sys.modules["orca.speechdispatcherfactory"] = SimpleNamespace(SpeechServer=UtteranceFile)
