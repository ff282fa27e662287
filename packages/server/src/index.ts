export type { StorageSource } from '@coachkit/core';
