// The blocks of the dataset: in the page, or in files beside it that are framed, asked for their data, and checked.

/**
 * @typedef {object} BlockPlace
 * @property {"registry" | "facts" | "texts"} kind
 * @property {string} name
 * @property {number} first number of its first article
 * @property {number} articles
 * @property {string} sha256 digest of the block's content
 */

/**
 * Open a block.
 * @param {BlockPlace} block
 * @param {string | null} beside the folder beside the page, if blocks lie there
 * @returns {Promise<any>}
 */
export async function openBlock(block, beside) {
  const element = document.getElementById(`block-${block.name}`);
  if (element) {
    const content = element.textContent ?? "";
    element.remove();
    return inflated(content);
  }
  const content = await framed(`${beside}/${block.name}.html`);
  if ((await sha256(content)) !== block.sha256) throw new Error(`${beside}/${block.name}.html`);
  return inflated(content);
}

/**
 * @param {string} content gzip over JSON, in base 64
 * @returns {Promise<any>}
 */
async function inflated(content) {
  const stream = new Blob([bytesOf(content)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/**
 * @param {string} content
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesOf(content) {
  const direct = /** @type {any} */ (Uint8Array).fromBase64;
  if (direct) return direct.call(Uint8Array, content);
  const binary = atob(content);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place++) bytes[place] = binary.charCodeAt(place);
  return bytes;
}

/**
 * The content of a block file: data that it posts, from a frame that may do nothing else.
 * @param {string} address
 * @returns {Promise<string>}
 */
function framed(address) {
  return new Promise((resolve, reject) => {
    const frame = document.createElement("iframe");
    const late = setTimeout(() => done(() => reject(new Error(address))), 30_000);
    /** @param {MessageEvent} event */
    const heard = (event) => {
      if (event.source === frame.contentWindow) done(() => resolve(String(event.data)));
    };
    /** @param {() => void} settle */
    const done = (settle) => {
      clearTimeout(late);
      removeEventListener("message", heard);
      frame.remove();
      settle();
    };
    addEventListener("message", heard);
    frame.setAttribute("sandbox", "allow-scripts");
    frame.hidden = true;
    frame.title = address;
    frame.src = address;
    document.body.append(frame);
  });
}

/**
 * @param {string} content
 * @returns {Promise<string>}
 */
async function sha256(content) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
