// Takes the data folder that its argument names and holds it until it is told to stop.
import { takeDataFolder } from '../../server/data-folder.ts';

const [dir = '', stop_after_ms = '0'] = process.argv.slice(2);
try {
  const folder = await takeDataFolder(dir, (text) => console.log(text));
  process.on('SIGTERM', async () => {
    await folder.announceStop();
    console.log('stopping');
    setTimeout(async () => {
      await folder.release();
      process.exit(0);
    }, Number(stop_after_ms));
  });
  console.log('taken');
  setInterval(() => {}, 1_000);
} catch (error) {
  console.log(`refused: ${(error as Error).message}`);
  process.exit(1);
}
