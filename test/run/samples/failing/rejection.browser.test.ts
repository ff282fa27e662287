it('passes, but leaves a rejection behind', () => {
  void Promise.reject(new Error('nobody caught this'));
});
it('runs after it', () => {});
