import { sign } from 'node:crypto'
import type { DataSource, EntityManager } from 'typeorm'
import { countContrasenas, VIDA_TOKEN_MS } from '../../modules/acceso/index.ts'
import type { BitacoraService } from '../../modules/bitacora/index.ts'
import { publishLlave } from '../../modules/publicacion/index.ts'
import { canonical } from '../../shared/criptografia/canonical.ts'
import type { Clock } from '../../shared/clock.ts'
import { nameOf, openAnillo, putInForce, type Clase } from '../../shared/criptografia/llavero.ts'
import { openSecretos, type Firma } from '../../shared/criptografia/secretos.ts'

export interface Relevo {
  folder: string
  clase: Exclude<Clase, 'llavero'>
  kid: string
  bitacora: BitacoraService
  clock: Clock
}

/** Puts another key of a class in force; the one before goes on verifying. The bitácora keeps it. Null: that one is in force already. */
export async function relevar(owner: DataSource, relevo: Relevo): Promise<{ anterior: string } | null> {
  const { folder, clase, kid, bitacora } = relevo
  const secretos = openSecretos(folder)
  const anterior = (clase === 'firma' ? secretos.firmas : secretos[clase]).kid
  if (anterior === kid) return null
  await owner.transaction(async (tx) => {
    const own = clase === 'firma' ? await relevarFirma(tx, relevo, [secretos.firma, secretos.firmas.conId(kid)]) : {}
    const detalle = { clase, anterior: nameOf(clase, anterior), vigente: nameOf(clase, kid), ...own }
    await bitacora.registrar(tx, { ...SYSTEM, acto: 'llavero.rotado', detalle })
  })
  // Last: killed before it, the command is repeated.
  putInForce(folder, kid, clase)
  return { anterior }
}

/** The earlier key names and signs its successor: a reader who knows the first key knows all of them. */
async function relevarFirma(tx: EntityManager, { clock }: Relevo, [anterior, nueva]: [Firma, Firma]): Promise<object> {
  // The publisher takes the same lock: no corte is signed meanwhile.
  await tx.query('select pg_advisory_xact_lock(242, 616)')
  const en = clock.system().toString({ fractionalSecondDigits: 3 })
  const texto = canonical({
    tipo: 'relevo de llave',
    anterior: anterior.id,
    llave: { id: nueva.id, algoritmo: 'Ed25519', spki: nueva.spki },
    en,
  })
  const firma = sign(null, Buffer.from(texto), anterior.privateKey).toString('base64')
  await publishLlave(tx, anterior)
  await tx.query('update publico.llave set hasta = $2 where id = $1 and hasta is null', [anterior.id, en])
  await tx.query(
    `insert into publico.llave (id, algoritmo, spki, desde, anterior, relevo, relevo_firma) values ($1, 'Ed25519', $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [nueva.id, nueva.spki, en, anterior.id, texto, firma],
  )
  return { firma: { anterior: anterior.id, llave: nueva.id, en, firma } }
}

/** Why a key that was replaced is still needed; null: nobody needs it any more. */
export async function razonParaConservar(owner: DataSource, { folder, clase, kid, clock }: Relevo): Promise<string | null> {
  if (clase === 'jwt') {
    const left = openSecretos(folder).jwt.desde + VIDA_TOKEN_MS - clock.system().epochMilliseconds
    return left > 0 ? `Hay sesiones que todavía la usan: espere ${Math.ceil(left / 60_000)} minutos.` : null
  }
  if (clase === 'pimienta') {
    const n = await countContrasenas(owner.manager, { kid, desde: openAnillo(folder, clase, () => true).desde })
    return n > 0
      ? `${n} cuentas todavía dependen de ella: pasan a la vigente cuando entren, y cuando hagan otros códigos de recuperación.`
      : null
  }
  return null
}

const SYSTEM = { cuentaId: null, rol: null, objeto: null }
