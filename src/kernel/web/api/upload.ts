import { ApiError } from './api-error.ts';
import { refusal, requestHeaders } from './request.ts';

export type UploadOptions = {
  /** 0 … 1, of the bytes that have left. */
  on_progress?: (fraction: number) => void;
  signal?: AbortSignal;
};

// fetch cannot tell how much of a body has been sent, XMLHttpRequest can.
export function upload<T>(path: string, form: FormData, options: UploadOptions = {}): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(requestHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && options.on_progress?.(event.loaded / event.total);
    request.onload = () => {
      if (request.status >= 400) return reject(refusal(path, request.status, request.responseText));
      resolve(JSON.parse(request.responseText) as T);
    };
    request.onerror = () => reject(new ApiError({ id: 'network', message: 'The server cannot be reached.' }, 0));
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    if (options.signal?.aborted) return reject(new DOMException('The upload was cancelled.', 'AbortError'));
    request.send(form);
  });
}
