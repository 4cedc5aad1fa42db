import { defineMessages } from '#kernel/web/index.ts';

export const priority_messages = defineMessages({
  priority: { id: 'priority.priority', defaultMessage: 'Priority' },
  is: { id: 'priority.is', defaultMessage: 'Priority: {priority}' },
  standard: { id: 'priority.standard', defaultMessage: 'Standard' },
  important: { id: 'priority.important', defaultMessage: 'Important' },
  urgent: { id: 'priority.urgent', defaultMessage: 'Urgent' },
  request: { id: 'priority.request', defaultMessage: 'Ask for acknowledgement' },
  repeat: { id: 'priority.repeat', defaultMessage: 'Notify again until somebody reacts' },
  acknowledge: { id: 'priority.acknowledge', defaultMessage: 'Acknowledge' },
  take_back: { id: 'priority.take_back', defaultMessage: 'Take back' },
  acknowledged: { id: 'priority.acknowledged', defaultMessage: 'You acknowledged' },
  count: { id: 'priority.count', defaultMessage: '{count, plural, =0 {Acknowledgement requested} one {# acknowledgement} other {# acknowledgements}}' },
  by: { id: 'priority.by', defaultMessage: 'Acknowledged by {names}' },
});
