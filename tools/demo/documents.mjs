import { pdfOf } from './pdf.mjs';

/** Files that are no pictures, by name. */
export const DOCUMENTS = {
  'rollback-plan.md': () =>
    '# Roll back gateway to 5.31.1\n\n1. Close the pipeline for gateway\n2. For each cell of eu-west: drain, switch, wait for 60 s of green\n3. Compare p99 with eu-north\n4. Open the pipeline after the review\n\nStop if errors go above 0.1 %: the drained cell takes traffic again within 20 s.\n',
  'connection-pools.md': () =>
    '# Why a pool of 8 is not "a bit slower"\n\nThink of a shop with eight tills. While nobody waits, a ninth till changes nothing.\nOnce customers come faster than eight tills can serve, the queue does not get longer by a little: it grows until somebody gives up.\n\n- busy tills = arrivals a second x seconds at the till\n- 300 requests a second, 0.05 s each: 15 tills, always\n- so 64 is roomy, 16 is tight, 8 is a queue without end\n',
  'timeline.csv': () => 'time,who,what\n10:12,deploy,gateway 5.31.2 live in eu-west\n10:19,alertmanager,p99 above 2 s for 5 minutes\n10:24,elena,incident opened\n10:37,amara,pool size found\n10:53,elena,decision to roll back\n11:02,deploy,5.31.1 runs in all cells\n11:16,leonard,p99 back to 184 ms\n',
  'access-review.csv': () => 'account,role,last used,keep\nleonard,production admin,today,yes\njohn,production admin,yesterday,yes\nexport-legacy,production write,214 days ago,?\nyuki,production read,3 days ago,yes\n',
  'inc-042-review.pdf': () =>
    pdfOf(['# inc-042: Booking API slow in eu-west', '', 'Draft for comments. No names, no blame: what made it easy to happen?', '', '# Summary', 'Release 5.31.2 of the gateway shrank the pool of database connections from 64 to 8.', 'Requests waited for a connection. About 140 shippers had slow saving for 50 minutes.', 'No booking was lost.', '', '# What helped', 'Alerts named the release. Traces showed the pool within four minutes.', 'Rolling back is one command and takes four minutes.', '', '# What made it easy to happen', 'An overlay without an environment applies everywhere.', 'A default that fits staging fits production by accident only.', 'Nothing measured the wait for a connection.', '', '# Actions', '1. Overlays without an environment fail the build (pipeline, in review)', '2. Alert on waiting for a connection (live)', '3. The size of a pool is a required value (open)']),
  'on-call-rota.pdf': () => pdfOf(['# On call, this quarter', '', 'Week 1   leonard, second line sofia', 'Week 2   daniel, second line john', 'Week 3   amara, second line leonard', 'Week 4   john, second line daniel', '', 'Hand-over is Friday at 10:00 in the channel On call.', 'Swap freely; change it here and tell the channel.']),
};
