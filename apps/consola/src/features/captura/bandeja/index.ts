export { default as BandejaSalida } from './BandejaSalida.vue'
export { useBandeja } from './useBandeja.ts'
