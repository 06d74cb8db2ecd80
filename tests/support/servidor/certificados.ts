import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Certificado {
  /** Files of the authority, of the certificate for `localhost` that it signed, and of its key. */
  ca: string
  cert: string
  key: string
  read(file: 'ca' | 'cert' | 'key'): string
}

/** A certificate authority of its own, and its certificate for `localhost`. */
export function createCertificado(): Certificado {
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-cert-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const day = ['-days', '2', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  openssl('req', '-x509', ...day, '-subj', '/CN=Autoridad de prueba', '-keyout', 'ca.key', '-out', 'ca.pem')
  openssl(
    ...[
      'req',
      '-x509',
      ...day,
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-addext',
      'basicConstraints=critical,CA:FALSE',
    ],
    ...['-CA', 'ca.pem', '-CAkey', 'ca.key', '-keyout', 'server.key', '-out', 'server.pem'],
  )
  const files = { ca: at('ca.pem'), cert: at('server.pem'), key: at('server.key') }
  return { ...files, read: (file) => readFileSync(files[file], 'utf8') }
}
