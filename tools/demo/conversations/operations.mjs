export default [
  {
    where: 'operations',
    messages: [
      ['leonard', '6d 09:05', '**Freeze calendar**\n- 24 Dec – 2 Jan: no releases, security fixes only\n- first Monday of each month, 06:00–07:00: port data import, no database work\n\nAsk in here before you book something close to it.', { is_pinned: true, reactions: { calendar: ['sofia', 'john', 'yuki'], thumbsup: ['elena'] } }],
      ['yuki', '5d 11:20', 'The nightly import of port schedules took 41 minutes, twice its usual time. Nothing failed. Anybody changed the network to Rotterdam?', {
        replies: [['daniel', '+12m', 'Yes: traffic goes over the second line since Sunday, the first one is being repaired. Latency 9 → 31 ms.'], ['yuki', '+4m', 'That explains it: the import asks one port after the other. I will let it ask eight at a time.'], ['yuki', '+1d', '8 minutes tonight.', { reactions: { racehorse: ['daniel', 'sofia', 'leonard'] } }]],
      }],
      ['sofia', '4d 14:02', 'Moved `shipment_events` to monthly partitions. The table was 410 GB and its clean-up ran for six hours; dropping a month takes 40 ms now.\n\n```sql\nALTER TABLE shipment_events\n  DETACH PARTITION shipment_events_2025_03 CONCURRENTLY;\n```', { reactions: { fire: ['john', 'amara', 'leonard', 'yuki'], fjordline: ['daniel'] }, replies: [['amara', '+8m', 'Do queries need to change?'], ['sofia', '+2m', 'Only those without a date. I found two and changed them; `EXPLAIN` shows one partition for all others.']] }],
      ['john', '3d 16:31', 'Cluster **blue** is on Kubernetes 1.33. Green follows on Thursday if nobody objects. What I did, step by step:\n\n1. [x] control plane, one node at a time\n2. [x] drain and replace the workers\n3. [x] storage driver\n4. [ ] remove the old images', { reactions: { ship: ['leonard'], shipped: ['sofia', 'amara', 'tomas'] } }],
      ['elena', '2d 09:30', 'Game day is next Wednesday at 13:00: we lose the region **eu-north** on purpose. Who plays?', { reactions: { raised_hand: ['leonard', 'john', 'sofia', 'amara', 'daniel'] }, replies: [['tomas', '+5m', 'Web plays too. May we pretend that the status page is gone as well?'], ['elena', '+3m', 'Cruel. Yes.', { reactions: { smiling_imp: ['tomas', 'leonard'] } }]] }],
      ['amara', '1d 10:44', 'The queue for documents was growing since 08:00: one PDF of 900 pages kept all four workers busy in turns. It has its own lane now, and a limit.', { files: ['queue-depth.png'], reactions: { eyes: ['john'], clap: ['elena', 'yuki'] } }],
      ['leonard', '1d 17:15', 'Disk of `pg-eu-2` reaches 80 % in about nine days if it grows like this week. Ticket OPS-611, no hurry, but before the freeze.', { replies: [['sofia', '+20m', 'It is old WAL of the replica that we retired. Freed 190 GB, we are good until spring.', { reactions: { broom: ['leonard'], heart: ['leonard', 'elena'] } }]] }],
      ['john', '58m', 'Overlay check is written: https://git.fjordline.example/platform/pipeline/pull/318 Reviews welcome, it is short.', { reactions: { eyes: ['amara'] } }],
      ['sofia', '16m', 'New alert is live: **waiting for a database connection > 50 ms for 2 minutes**. Tested with a pool of one, rings after 2:10.', { reactions: { bell: ['leonard', 'john'] } }],
    ],
  },
  {
    where: 'on-call',
    messages: [
      ['handover', '3d 08:00', '', { attachments: [{ color: 'good', title: 'Night of Wednesday to Thursday', text: 'Quiet. Nobody was woken.', fields: [{ title: 'Alerts', value: '3', short: true }, { title: 'Pages', value: '0', short: true }, { title: 'On call', value: '@daniel', short: true }] }] }],
      ['handover', '2d 08:00', '', { attachments: [{ color: 'warning', title: 'Night of Thursday to Friday', text: 'One page at 03:12: certificate of the Oslo terminal. Renewed by hand.', fields: [{ title: 'Alerts', value: '9', short: true }, { title: 'Pages', value: '1', short: true }, { title: 'On call', value: '@daniel', short: true }] }], reactions: { 'coffee-needed': ['daniel', 'leonard'] }, replies: [['daniel', '+25m', 'The terminal renews by a job on the old host. I moved it; next renewal is automatic.'], ['leonard', '+10m', 'Sleep in, I take the morning.', { reactions: { heart: ['daniel'] } }]] }],
      ['leonard', '2d 10:02', 'Taking the pager until Friday. Second line is @sofia. The rota for the quarter is attached.', { files: ['on-call-rota.pdf'], is_pinned: true, reactions: { saluting_face: ['elena', 'daniel'], pager: ['sofia'] } }],
      ['handover', '1d 08:00', '', { attachments: [{ color: 'good', title: 'Night of Saturday to Sunday', text: 'Quiet. One disk warning, opened as OPS-611.', fields: [{ title: 'Alerts', value: '4', short: true }, { title: 'Pages', value: '0', short: true }, { title: 'On call', value: '@leonard', short: true }] }] }],
    ],
  },
  {
    where: 'platform',
    messages: [
      ['john', '4d 13:10', 'Shall we drop the second message broker? Three services still use it, all by the same library.', {
        replies: [['amara', '+6m', 'Yes please. I can move two of them this week.'], ['yuki', '+9m', 'The third one is mine: give me until the end of the month.'], ['john', '+2m', 'Deal. I will keep it alive until the 30th and not a day longer.', { reactions: { handshake: ['yuki', 'amara'] } }]],
      }],
      ['daniel', '3d 09:48', 'IPv6 is on for all inner load balancers. If something looks odd, tell me before you tell the firewall.', { reactions: { six: ['john', 'leonard'], eyes: ['priya'] } }],
      ['sofia', '2d 15:33', 'Numbers of the new storage class, same machine, 4 kB random writes:\n\n| class | IOPS | p99 |\n|---|--:|--:|\n| standard | 9,400 | 6.1 ms |\n| fast-2 | 31,800 | 1.3 ms |\n\nThe databases move first.', { files: ['storage.png'], reactions: { rocket: ['john', 'amara', 'yuki'] } }],
      ['tomas', '1d 11:05', 'Does anybody know why staging asks for a second log-in since yesterday?', { replies: [['john', '+3m', 'Clock of the identity host was four minutes off. Fixed, try again?'], ['tomas', '+2m', 'Works. It is always time, or DNS.', { reactions: { joy: ['daniel', 'amara', 'sofia'] } }], ['daniel', '+4m', 'It was not DNS. For once.', { reactions: { trophy: ['tomas', 'john'] } }]] }],
    ],
  },
];
