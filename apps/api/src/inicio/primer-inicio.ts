import type { Config } from '../config.ts'

/** A missing part of a real installation: its name, the reason, and how it is mended. */
export interface Faltante {
  que: string
  porque: string
  remedio: string
  /** Text to type as it stands; null where the step is taken on a page. */
  orden: string | null
}

export interface Hallado {
  proceso: boolean
  /** Accounts of the administración that were invited, and those that their holders opened. */
  administracion: { invitadas: number; abiertas: number }
}

type Ajustes = Pick<Config, 'modo' | 'correo' | 'origen' | 'origenConsola'>

/** One person proposes each account and another confirms it. */
const ADMINISTRACIONES = 2

const CORREO: Faltante = {
  que: 'El correo',
  porque: 'Sin él no sale ninguna invitación, y nadie puede abrir su cuenta.',
  remedio: 'Detenga el programa e inícielo con los ajustes de su correo. Por ejemplo:',
  orden: 'SMTP_URL=smtps://usuario:clave@correo.instituto.mx CORREO_REMITENTE=conoceles@instituto.mx npm start',
}
const DIRECCION: Faltante = {
  que: 'La dirección del sitio',
  porque: 'Va en cada correo y en cada documento; ahora dice «localhost», que sólo abre esta máquina.',
  remedio: 'Detenga el programa e inícielo con la dirección de su sitio. Por ejemplo:',
  orden: 'ORIGEN=https://conoceles.instituto.mx npm start',
}
export const PAQUETE: Faltante = {
  que: 'El paquete',
  porque: 'Son los datos del proceso: cargos, territorio, partidos y fechas. Sin él no hay nada que capturar ni que publicar.',
  remedio: 'Cárguelo desde su carpeta:',
  orden: 'npm run cargar -- carpeta-del-paquete',
}
const CUENTAS: Faltante = {
  que: 'Dos personas de la administración',
  porque: 'Abren las demás cuentas: una propone cada cuenta y la otra la confirma.',
  remedio: 'Invítelas con el correo de cada una:',
  orden: 'npm run cargar -- --administracion=una@instituto.mx --administracion=otra@instituto.mx',
}

/** Missing parts of a real installation, in the order in which they are mended: invitations need the mail and the address. */
export function faltantes(config: Ajustes, { proceso, administracion: { invitadas, abiertas } }: Hallado): Faltante[] {
  const real = config.modo === 'produccion'
  const pasos: [boolean, Faltante][] = [
    [real && config.correo.url === null, CORREO],
    [real && new URL(config.origen).hostname === 'localhost', DIRECCION],
    [!proceso, PAQUETE],
    [real && invitadas < ADMINISTRACIONES, CUENTAS],
    [real && invitadas >= ADMINISTRACIONES && abiertas < ADMINISTRACIONES, porAbrir(config)],
  ]
  return pasos.flatMap(([falta, paso]) => (falta ? [paso] : []))
}

function porAbrir({ origenConsola }: Ajustes): Faltante {
  return {
    que: 'Que dos personas de la administración abran su cuenta',
    porque: 'Las invitó y todavía no entran: nadie más puede abrir cuentas.',
    remedio: `Cada una abre la liga de su correo y escribe el código que usted le dio. Después entra en ${origenConsola}/consola/`,
    orden: null,
  }
}

/** The same steps for the terminal. A complete installation says so, and reminds of the keys. */
export function faltantesLines(pasos: readonly Faltante[], { secretos }: Pick<Config, 'secretos'>): string[] {
  if (pasos.length === 0) {
    return [
      '',
      '  La instalación está completa. Entre en la consola con una cuenta de la administración.',
      `  Respalde las claves junto con la base de datos: ${secretos}`,
    ]
  }
  return [
    '',
    `  ${pasos.length === 1 ? 'Falta un paso' : `Faltan ${pasos.length} pasos, en este orden`}:`,
    ...pasos.flatMap(({ que, porque, remedio, orden }, at) => [
      '',
      `  ${at + 1}. ${que}.`,
      `     ${porque}`,
      `     ${remedio}`,
      ...(orden === null ? [] : [`       ${orden}`]),
    ]),
    ...(pasos.some(({ orden }) => orden !== null)
      ? ['', '  Las órdenes se dan en otra terminal, en la misma carpeta y con los mismos ajustes (DATABASE_URL, SMTP_URL, ORIGEN).']
      : []),
  ]
}
