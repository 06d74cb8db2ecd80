import fastifyCookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import type { EntityManager } from 'typeorm'
import type { Quien } from '../../shared/act.ts'
import type { Deps } from '../../shared/deps.ts'
import type { Acts } from '../bitacora/index.ts'
import type { CuentaCandidata, CuentaConAlcance, CuentaDeActor, CuentaDestino, CuentaNombrada } from './acceso.queries.ts'
import { accesoRoutes } from './acceso.routes.ts'
import { AccesoService } from './acceso.service.ts'
import { AltasService } from './cuentas/altas.service.ts'
import { Background } from './background.ts'
import { CodigoActivacionService } from './reposicion/codigo-activacion.service.ts'
import { ConfirmacionService } from './factores/confirmacion.service.ts'
import { ContrasenaService } from './contrasenas/contrasena.service.ts'
import { createContrasenas } from './contrasenas/contrasenas.ts'
import { createNavegadorCookie, createRefreshCookie } from './tokens/cookie.ts'
import { createCorreo } from '../../shared/correo.ts'
import { CuentasService } from './cuentas/cuentas.service.ts'
import type { CuentaDto } from './cuentas/cuentas.dto.ts'
import { cuentasRoutes } from './cuentas/cuentas.routes.ts'
import { EnlacesService } from './reposicion/enlaces.service.ts'
import { enlacesRoutes } from './reposicion/enlaces.routes.ts'
import { EntradaService } from './entrada/entrada.service.ts'
import { factoresRoutes } from './factores/factores.routes.ts'
import { FactoresService } from './factores/factores.service.ts'
import { FamiliasService } from './tokens/familias.service.ts'
import { HechosFactor } from './factores/hechos-factor.ts'
import { IntentosService } from './entrada/intentos.service.ts'
import { createPasskeys } from './factores/passkeys.ts'
import { PruebasService } from './factores/pruebas.service.ts'
import { RechazosService } from './entrada/rechazos.service.ts'
import { followRechazos } from './entrada/rechazos.ts'
import { reposicionesRoutes } from './reposicion/reposiciones.routes.ts'
import { ReposicionesService } from './reposicion/reposiciones.service.ts'
import { NavegadoresService } from './entrada/navegadores.service.ts'
import type { Cuenta } from './cuentas/cuenta.entity.ts'
import { registerGuard } from './guard.ts'
import { InvitacionesService } from './cuentas/invitaciones.service.ts'
import { propuestasRoutes } from './propuestas/propuestas.routes.ts'
import { PersonasService } from './personas/personas.service.ts'
import { PropuestasService, type PorConfirmar } from './propuestas/propuestas.service.ts'

export { CargoCuenta } from './cargo-cuenta.entity.ts'
export { cargoEl } from './cargos.ts'
export { CodigoRecuperacion } from './factores/codigo-recuperacion.entity.ts'
export { Cuenta } from './cuentas/cuenta.entity.ts'
export { Enlace } from './reposicion/enlace.entity.ts'
export { Factor } from './factores/factor.entity.ts'
export { Familia } from './tokens/familia.entity.ts'
export { Intento } from './entrada/intento.entity.ts'
export { Navegador } from './entrada/navegador.entity.ts'
export { PropuestaCuenta } from './propuestas/propuesta-cuenta.entity.ts'
export { Refresco } from './tokens/refresco.entity.ts'
export { Reposicion } from './reposicion/reposicion.entity.ts'
export { Reto } from './factores/reto.entity.ts'
export type { CuentaCandidata, CuentaConAlcance, CuentaDeActor, CuentaDestino, CuentaNombrada } from './acceso.queries.ts'
export { countContrasenas, resealFactores } from './rotacion.queries.ts'
export { VIDA_TOKEN_MS } from './tokens/token-acceso.ts'
export { createCuentasDemo, type CuentaDemo } from './demostracion/demo.ts'

/** Actor of the acts of installation, before there is any account. */
const INSTALLATION: Quien = {
  cuentaId: '00000000-0000-4000-8000-000000000000',
  rol: 'administracion',
  actorPoliticoId: null,
  candidaturaId: null,
  requestId: 'instalacion',
}

const ADMINISTRACION = { nombre: 'Administración', rol: 'administracion', actorPoliticoId: null, candidaturaId: null } as const

const PURGE_EVERY = 3_600_000

export interface AccesoModule {
  service: AccesoService
  /** Verifies second factors: `withProof` before a grave act. */
  pruebas: PruebasService
  /** Cookies, tokens and the guard of every route: on the root instance, awaited, before any route. */
  registerGuard(app: FastifyInstance): Promise<void>
  /** Invites an administración from the operator's shell, and gives the code to tell her. Two of them can make all other accounts. */
  invitarAdministracion(correo: string): Promise<{ codigo: string | null }>
  /** Accounts that wait for this one to confirm them, and personas who ask it for another invitation, for «Lo que toca hoy». */
  porConfirmar: { pendientes: (tx: EntityManager, quien: Quien) => Promise<PorConfirmar[]> }
  /** Accounts of each actor político that can sign in, or were invited to. */
  countByActor(): Promise<Map<string, number>>
  /** Accounts to which the system may write about duties to the INE. */
  listDestinos(): Promise<CuentaDestino[]>
  /** Accounts of the personas of these candidaturas. */
  listCandidatas(candidaturas: readonly string[]): Promise<CuentaCandidata[]>
  /** Active accounts that review for the institute, by name. */
  listRevisoras(): Promise<Pick<CuentaDestino, 'id' | 'nombre'>[]>
  /** Active accounts that send the capturas of these actores políticos to the institute. */
  listValidadoras(actores: readonly string[]): Promise<CuentaDeActor[]>
  /** Active accounts that capture for these actores políticos. */
  listCapturistas(actores: readonly string[]): Promise<CuentaDeActor[]>
  /** Active accounts among these, with their reach. */
  listActivas(ids: readonly string[]): Promise<CuentaConAlcance[]>
  /** Those of these identifiers that are accounts, by name: for the bitácora. */
  nombrar(ids: readonly string[]): Promise<CuentaNombrada[]>
  /** The live account of an address. */
  buscar(correo: string): Promise<Pick<Cuenta, 'id' | 'rol'> | null>
  /** All accounts, each with the people that answer for it. */
  listar(): Promise<CuentaDto[]>
  /** Own routes; `app` carries the prefix of the API. */
  registerRoutes(app: FastifyInstance): void
}

export function accesoModule(deps: Deps, acts: Acts): AccesoModule {
  const contrasenas = createContrasenas(deps.secretos.pimienta)
  const correo = createCorreo(deps.config, deps.clock)
  const cookie = createRefreshCookie(deps.config)
  const enlaces = new EnlacesService(deps)
  const familias = new FamiliasService(deps)
  const intentos = new IntentosService(deps)
  const navegadorCookie = createNavegadorCookie(deps.config)
  const navegadores = new NavegadoresService(deps)
  const acceso = new AccesoService(deps, { acts, familias })
  const background = new Background()
  const hechos = new HechosFactor(deps, { background, acts, correo })
  const passkeys = createPasskeys(deps.config)
  const altas = new AltasService(deps, passkeys)
  const pruebas = new PruebasService(deps, { acts, hechos, intentos, passkeys })
  const reposiciones = new ReposicionesService(deps, { acts, correo, enlaces })
  const factores = new FactoresService(deps, { altas, hechos, pruebas })
  const confirmacion = new ConfirmacionService(deps, { acts, pruebas })
  const used = { altas, background, acts, contrasenas, correo, enlaces, familias, hechos, intentos, navegadores, pruebas }
  const entrada = new EntradaService(deps, used)
  const codigos = new CodigoActivacionService(deps)
  const contrasena = new ContrasenaService(deps, { ...used, codigos, entrada })
  const cuentas = new CuentasService(deps, { altas, acts, enlaces, familias })
  const invitaciones = new InvitacionesService(deps, { codigos, correo, cuentas, enlaces })
  const propuestas = new PropuestasService(deps, { acts, invitaciones })
  const personas = new PersonasService(deps, { invitaciones, propuestas })
  return {
    ...{ service: acceso, pruebas },
    invitarAdministracion: (address) => propuestas.invitarPorInstalacion(INSTALLATION, { ...ADMINISTRACION, correo: address }),
    porConfirmar: { pendientes: (tx, quien) => pendientesOf(tx, { quien, personas, propuestas }) },
    ...listsOf(cuentas),
    registerGuard: async (app) => {
      await registerGuard(app, deps.secretos, acceso)
      followRechazos(app, new RechazosService(deps, acts))
      purgeHourly(app, acceso)
    },
    registerRoutes: (app) => {
      void app.register(fastifyCookie)
      accesoRoutes(app, deps, { acceso, confirmacion, contrasena, cookie, entrada, navegadorCookie, navegadores })
      background.attach(app)
      enlacesRoutes(app, contrasena, { background, cookie: navegadorCookie })
      factoresRoutes(app, { factores, pruebas })
      cuentasRoutes(app, cuentas)
      reposicionesRoutes(app, reposiciones)
      propuestasRoutes(app, propuestas, personas)
    },
  }
}

/** Questions about accounts that other chapters may ask. */
function listsOf(cuentas: CuentasService) {
  return {
    countByActor: () => cuentas.countByActor(),
    buscar: (address: string) => cuentas.buscar(address),
    listDestinos: () => cuentas.listDestinos(),
    listRevisoras: () => cuentas.listRevisoras(),
    nombrar: (ids: readonly string[]) => cuentas.nombrar(ids),
    listar: () => cuentas.listar(),
    listCandidatas: (ids: readonly string[]) => cuentas.listCandidatas(ids),
    listActivas: (ids: readonly string[]) => cuentas.listActivas(ids),
    listValidadoras: (ids: readonly string[]) => cuentas.listValidadoras(ids),
    listCapturistas: (ids: readonly string[]) => cuentas.listCapturistas(ids),
  }
}

interface Asked {
  quien: Quien
  personas: PersonasService
  propuestas: PropuestasService
}

/** Personas who ask for another invitation, and accounts to confirm. */
async function pendientesOf(tx: EntityManager, { quien, personas, propuestas }: Asked): Promise<PorConfirmar[]> {
  return [...(await personas.pendientes(tx, quien)), ...(await propuestas.pendientes(quien))]
}

function purgeHourly(app: FastifyInstance, acceso: AccesoService): void {
  const purge = () => acceso.purge().catch((error: unknown) => app.log.error({ err: error }, 'expired accesses were not purged'))
  const timer = setInterval(() => void purge(), PURGE_EVERY).unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
