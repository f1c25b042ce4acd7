/** Whether our pages may use the microphone: open → asking → granted | refused | missing */
export type MicrophoneLeave = 'open' | 'asking' | 'granted' | 'refused' | 'missing';
