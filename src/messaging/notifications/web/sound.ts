let audio: AudioContext | undefined;
let last_at = 0;

const PAUSE_MS = 1500;
const TONES_HZ = [880, 1175];
const TONE_S = 0.09;

/** Two short soft tones; not more often than people can bear. */
export function playSound(): void {
  const now = Date.now();
  // Browsers allow sound only after the person has used the page.
  if (now - last_at < PAUSE_MS || !navigator.userActivation?.hasBeenActive) return;
  last_at = now;
  audio ??= new AudioContext();
  TONES_HZ.forEach((hz, i) => playTone(audio!, hz, audio!.currentTime + i * TONE_S));
}

function playTone(context: AudioContext, hz: number, start_s: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hz;
  volume.gain.setValueAtTime(0, start_s);
  volume.gain.linearRampToValueAtTime(0.12, start_s + 0.012);
  volume.gain.exponentialRampToValueAtTime(0.001, start_s + TONE_S * 2);
  tone.connect(volume).connect(context.destination);
  tone.start(start_s);
  tone.stop(start_s + TONE_S * 2);
}
