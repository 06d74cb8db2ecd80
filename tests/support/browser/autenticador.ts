import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'

interface Creation {
  challenge: string
  rp: { id?: string }
}

interface Request {
  challenge: string
  rpId?: string
}

/** Answers that a test bends to be refused. */
interface Bend {
  origin?: string
  challenge?: string
  contador?: number
  id?: string
}

const FLAGS = { presence: 0x01, verified: 0x04, credential: 0x40 }

/** A WebAuthn authenticator with one ES256 credential, in software; its counter grows by one at each use. */
export class Autenticador {
  readonly id = randomBytes(16)
  contador = 0
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  constructor(private readonly origin: string) {}

  /** Answer of `navigator.credentials.create`, attestation `none`. */
  create({ challenge, rp }: Creation, bend: Bend = {}): object {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, coseOf(this.keys.publicKey)])
    const data = Buffer.concat([this.data(rp.id ?? '', FLAGS.presence | FLAGS.verified | FLAGS.credential), credential])
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), bytes(data)],
    ])
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge, bend),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal', 'telepathy'],
    })
  }

  /** Answer of `navigator.credentials.get`. */
  get({ challenge, rpId = '' }: Request, bend: Bend = {}): object {
    this.contador = bend.contador ?? this.contador + 1
    const data = this.data(rpId, FLAGS.presence | FLAGS.verified)
    const clientDataJSON = this.clientData('webauthn.get', challenge, bend)
    const signed = Buffer.concat([data, createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()])
    const signature = createSign('sha256').update(signed).sign(this.keys.privateKey).toString('base64url')
    return this.answer({ clientDataJSON, authenticatorData: data.toString('base64url'), signature }, bend.id)
  }

  private answer(response: object, id = this.id.toString('base64url')): object {
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  private clientData(type: string, challenge: string, { origin = this.origin, challenge: other = challenge }: Bend): string {
    return Buffer.from(JSON.stringify({ type, challenge: other, origin, crossOrigin: false })).toString('base64url')
  }

  private data(rpId: string, flags: number): Buffer {
    const rest = Buffer.alloc(5)
    rest.writeUInt8(flags)
    rest.writeUInt32BE(this.contador, 1)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), rest])
  }
}

/** COSE_Key of RFC 9053: EC2, ES256, P-256. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const point = (at: number, value: string) => [Buffer.from([at]), bytes(Buffer.from(value, 'base64url'))]
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]), ...point(0x21, x), ...point(0x22, y)])
}

/** CBOR text of fewer than 24 signs. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)])
}

/** CBOR byte string of fewer than 256 bytes. */
function bytes(value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, value.length]), value])
}
