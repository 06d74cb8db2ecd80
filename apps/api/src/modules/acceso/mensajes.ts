import type { TextosConMinimo } from '@conoceles/cuestionarios'
import { digitosDe } from '@conoceles/domain'
import { plazoEnPalabras } from '../../shared/documentos/fechas.ts'
import type { Mensaje } from '../../shared/correo.ts'
import type { Presentada } from './acceso.queries.ts'

interface Enlazado {
  nombre: string
  correo: string
  instituto: string
  enlace: string
}

export function mensajeInvitacion({ nombre, correo, instituto, enlace, conCodigo }: Enlazado & { conCodigo: boolean }): Mensaje {
  const codigo = conCodigo
    ? '\nLe pedirá además un código, que no va en este mensaje: se lo dará el instituto por teléfono o en persona.\n'
    : ''
  return {
    para: correo,
    asunto: 'Active su cuenta en Conóceles',
    texto: `${nombre}:

${instituto} creó una cuenta para usted en el sistema «Candidatas y Candidatos, Conóceles».

Abra este enlace para elegir su contraseña. Funciona una sola vez y durante 24 horas:

${enlace}
${codigo}
Si usted no espera este mensaje, no haga nada: sin el enlace la cuenta no se activa.
`,
  }
}

/** Texts that her cuestionarios ask of her. */
export interface Pedido {
  textos: readonly TextosConMinimo[]
  /** Whether there is one about her identity, which is voluntary. */
  identidad: boolean
}

/** To a persona candidata: her first contact with the system, often on her phone. */
export function mensajeInvitacionCandidata({
  nombre,
  correo,
  instituto,
  enlace,
  candidatura,
  pedido,
}: Enlazado & { candidatura: Presentada; pedido: Pedido }): Mensaje {
  const { cargo, lugar, actor, vence, telefono, whatsapp } = candidatura
  const hasta = vence === null ? '' : `\nTiene hasta: ${plazoEnPalabras(vence)}.`
  const chat = whatsapp === null ? null : `WhatsApp: ${whatsapp}, https://wa.me/${digitosDe(whatsapp)}`
  const ayuda = [telefono && `Teléfono: ${telefono}`, chat].filter(Boolean)
  return {
    para: correo,
    asunto: 'Conóceles: llene el cuestionario de su candidatura',
    texto: `${nombre}:

${instituto} le pide llenar el cuestionario de su candidatura:

${cargo}, ${lugar}, ${actor}

Lo que escriba se publica en «Candidatas y Candidatos, Conóceles», donde la ciudadanía lee quiénes son y qué proponen las personas candidatas.
${hasta}
Con sus textos a la mano toma unos 40 minutos. Puede hacerlo desde su teléfono y en varias veces.
${pedidoEnPalabras(pedido)}
Abra este enlace para elegir su contraseña y empezar. Funciona una sola vez y durante siete días:

${enlace}

Si ya no funciona, ábralo y toque «Pedir otra».
${ayuda.length === 0 ? '' : `\n¿Necesita ayuda?\n${ayuda.join('\n')}\n`}
Si usted no espera este mensaje, no haga nada: sin el enlace la cuenta no se activa.
`,
  }
}

function pedidoEnPalabras({ textos, identidad }: Pedido): string {
  const groups = textos.map(({ minimo, textos: each }) => {
    const lines = each.map(({ titulo, obligatorio }) => `- ${titulo}${obligatorio ? '' : ' (si quiere)'}`)
    return `\nEstos textos llevan ${number.format(minimo)} caracteres o más cada uno, sin contar espacios:\n\n${lines.join('\n')}\n`
  })
  return [...groups, ...(identidad ? ['\nHay además un cuestionario sobre su identidad: lo contesta sólo si quiere.\n'] : [])].join('')
}

const number = new Intl.NumberFormat('es-MX')

interface Entrado {
  nombre: string
  correo: string
  instituto: string
  /** Browser and system, in words. */
  dispositivo: string
  cuando: string
}

export function mensajeNavegadorNuevo({ nombre, correo, instituto, dispositivo, cuando }: Entrado): Mensaje {
  return {
    para: correo,
    asunto: 'Entrada a su cuenta de Conóceles desde un dispositivo nuevo',
    texto: `${nombre}:

Alguien entró a su cuenta del sistema «Candidatas y Candidatos, Conóceles» (${instituto}) desde un dispositivo que no conocíamos.

Cuándo: ${cuando}
Dispositivo: ${dispositivo}

Si fue usted, no haga nada.

Si no fue usted, restablezca ahora su contraseña con «Olvidé mi contraseña», en la página para entrar: así se cierran todos los accesos. Después avise a quien administra el sistema.
`,
  }
}

export function mensajeRecuperacion({ nombre, correo, instituto, enlace }: Enlazado): Mensaje {
  return {
    para: correo,
    asunto: 'Restablezca su contraseña de Conóceles',
    texto: `${nombre}:

Alguien pidió restablecer la contraseña de su cuenta en el sistema «Candidatas y Candidatos, Conóceles» (${instituto}).

Si fue usted, abra este enlace. Funciona una sola vez y durante una hora:

${enlace}

Si no fue usted, no haga nada: su contraseña no cambia.
`,
  }
}

export function mensajeFactor({ nombre, correo, instituto, enlace, hecho }: Enlazado & { hecho: string }): Mensaje {
  return {
    para: correo,
    asunto: 'Cambió cómo se confirma quién entra a su cuenta de Conóceles',
    texto: `${nombre}:

En su cuenta del sistema «Candidatas y Candidatos, Conóceles» (${instituto}) ${hecho}.

Si fue usted, no haga nada.

Si no fue usted, avise de inmediato a la administración del instituto y cambie su contraseña aquí:

${enlace}
`,
  }
}

export function mensajeReposicion({ nombre, correo, instituto, enlace }: Enlazado): Mensaje {
  return {
    para: correo,
    asunto: 'Registre otra forma de confirmar que es usted en Conóceles',
    texto: `${nombre}:

Dos personas de la administración de ${instituto} aprobaron que usted registre otra forma de confirmar que es usted en el sistema «Candidatas y Candidatos, Conóceles».

Abra este enlace y entre con su contraseña. Funciona una sola vez y durante 24 horas:

${enlace}

Al registrarla, las anteriores y los códigos de recuperación dejan de servir.

Si usted no lo pidió, avise de inmediato a la administración: sin su contraseña, el enlace no abre su cuenta.
`,
  }
}
