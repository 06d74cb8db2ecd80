import type { CatalogoSupuesto, SupuestoPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const
const dudoso = { articulo: 'Artículo 99, que nadie confirmó', fuente: 'Inventado para las pruebas', confianza: 'por_confirmar' } as const

const supuesto = (clave: string, [texto, publico]: [string, string], catalogo: Omit<CatalogoSupuesto, 'nivel'>): SupuestoPack => ({
  ...{ clave, texto, publico, catalogo: { nivel: 'contenido', ...catalogo } },
  ...invented,
})

/** Grounds of every object: with an article, with one that nobody confirmed, and one that cannot be mended. */
export const supuestos: SupuestoPack[] = [
  supuesto('ilegible', ['No se entiende lo que dice', 'Se revisa si se entiende'], {
    objeto: 'seccion',
    hallazgo: 'Hay una frase que no se entiende.',
    comoSubsanar: 'Escriba de nuevo la frase, con oraciones completas.',
    fundamento: { articulo: 'Artículo 7 de la Ley del Valle', ...invented },
  }),
  supuesto('ajeno', ['Dice algo de otra persona', 'Se revisa si habla de otra persona'], {
    objeto: 'general',
    hallazgo: 'Habla de otra persona, o la muestra.',
    comoSubsanar: 'Quite lo que es de otra persona.',
    fundamento: dudoso,
  }),
  supuesto('foto_oscura', ['La fotografía no deja ver el rostro', 'Se revisa la fotografía'], {
    objeto: 'fotografia',
    hallazgo: 'El rostro no se ve con claridad.',
    comoSubsanar: 'Entregue una fotografía con luz de frente.',
    fundamento: { articulo: null, fuente: 'Inventado para las pruebas', confianza: 'por_confirmar' },
  }),
  supuesto('formato_roto', ['El formato no se lee', 'Se revisa el formato'], {
    objeto: 'consentimiento',
    hallazgo: 'La imagen del formato está incompleta.',
    comoSubsanar: 'Entregue de nuevo el formato, completo.',
    fundamento: { articulo: 'Artículo 8 de la Ley del Valle', ...invented },
  }),
  supuesto('tarde', ['Llegó después del plazo', 'Se revisa la fecha'], {
    objeto: 'general',
    hallazgo: 'Se recibió después de terminado el plazo.',
    comoSubsanar: null,
    fundamento: dudoso,
  }),
]
