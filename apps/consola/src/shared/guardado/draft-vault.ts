import { parseJson } from '@conoceles/domain/typed'

/**
 * Keeps on this machine what was written and not yet received by the server, one vault per account. The texts are
 * encrypted with a key that the browser itself will not hand out, so a copied profile folder or another account shows nothing.
 */
export interface DraftVault {
  save(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
  /** Null where nothing is kept under the name. */
  read(name: string): Promise<unknown>
  all(): Promise<{ name: string; value: unknown }[]>
  /** Destroys the key and everything under it. */
  forget(): Promise<void>
}

interface Sealed {
  name: string
  cuenta: string
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

const DATABASE = 'conoceles-consola'
const KEYS = 'llaves'
const DRAFTS = 'borradores'

/** Null where the browser has no encryption or no storage: then nothing is kept, and the screen says so. */
export async function openDraftVault(cuenta: string): Promise<DraftVault | null> {
  if (!globalThis.isSecureContext || globalThis.indexedDB === undefined) return null
  try {
    const database = await openDatabase()
    return vaultOf({ database, cuenta, key: await keyOf(database, cuenta) })
  } catch {
    return null
  }
}

interface Vault {
  database: IDBDatabase
  cuenta: string
  key: CryptoKey
}

function vaultOf(vault: Vault): DraftVault {
  const { database, cuenta } = vault
  return {
    save: async (name, value) => {
      const sealed = await seal(vault, name, value)
      await done(database.transaction(DRAFTS, 'readwrite').objectStore(DRAFTS).put(sealed))
    },
    remove: async (name) => {
      await done(database.transaction(DRAFTS, 'readwrite').objectStore(DRAFTS).delete([cuenta, name]))
    },
    read: async (name) => {
      const sealed = await done(database.transaction(DRAFTS).objectStore(DRAFTS).get([cuenta, name]) as IDBRequest<Sealed | undefined>)
      return sealed === undefined ? null : ((await open(vault, sealed))?.value ?? null)
    },
    all: async () => {
      const opened = await Promise.all((await ofAccount(vault)).map((sealed) => open(vault, sealed)))
      return opened.filter((draft) => draft !== null)
    },
    forget: async () => {
      const store = database.transaction(DRAFTS, 'readwrite').objectStore(DRAFTS)
      await done(store.delete(rangeOf(cuenta)))
      await done(database.transaction(KEYS, 'readwrite').objectStore(KEYS).delete(cuenta))
    },
  }
}

function ofAccount({ database, cuenta }: Vault): Promise<Sealed[]> {
  return done(database.transaction(DRAFTS).objectStore(DRAFTS).getAll(rangeOf(cuenta)) as IDBRequest<Sealed[]>)
}

function rangeOf(cuenta: string): IDBKeyRange {
  return IDBKeyRange.bound([cuenta], [cuenta, []])
}

async function seal({ cuenta, key }: Vault, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const bytes = await crypto.subtle.encrypt(parametersOf(iv, `${cuenta} ${name}`), key, plain)
  return { name, cuenta, iv, bytes }
}

async function open({ cuenta, key }: Vault, sealed: Sealed): Promise<{ name: string; value: unknown } | null> {
  try {
    const plain = await crypto.subtle.decrypt(parametersOf(sealed.iv, `${cuenta} ${sealed.name}`), key, sealed.bytes)
    return { name: sealed.name, value: parseJson<unknown>(new TextDecoder().decode(plain)) }
  } catch {
    return null
  }
}

function parametersOf(iv: Uint8Array<ArrayBuffer>, boundTo: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(boundTo) }
}

async function keyOf(database: IDBDatabase, cuenta: string): Promise<CryptoKey> {
  const known = await done(database.transaction(KEYS).objectStore(KEYS).get(cuenta) as IDBRequest<CryptoKey | undefined>)
  if (known !== undefined) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  try {
    await done(database.transaction(KEYS, 'readwrite').objectStore(KEYS).add(made, cuenta))
    return made
  } catch {
    // Another tab made one in between: that one stays.
    return done(database.transaction(KEYS).objectStore(KEYS).get(cuenta) as IDBRequest<CryptoKey>)
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS)
    request.result.createObjectStore(DRAFTS, { keyPath: ['cuenta', 'name'] })
  }
  return done(request)
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}
