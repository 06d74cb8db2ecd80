export { default as PlantillaPage } from './PlantillaPage.vue'
export { default as PlantillasPage } from './PlantillasPage.vue'
