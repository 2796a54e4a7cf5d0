(** The equations of linear-algebra/eigenvalues, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** two-directions-start: bdbd23fde443dd72 *)
Theorem two_directions_start
    (R : comUnitRingType)
    (unit : (2%:R : R) \is a GRing.unit) :
  (@rows R 2 1 [:: [:: 1]; [:: 0]]) = (((1 / 2%:R) *: (@rows R 2 1 [:: [:: 1]; [:: 1]])) + ((1 / 2%:R) *: (@rows R 2 1 [:: [:: 1]; [:: (- 1)]]))).
Proof. prove. Qed.

(** characteristic-polynomial: 1e25324d9965b022 *)
Theorem characteristic_polynomial
    (R : comUnitRingType)
    (lambda : R)
    (A : 'M[R]_2) :
  (\det (((- lambda) *: (1%:M : 'M[R]_2)) + A)) = ((lambda ^+ 2) + (\det A) + (- (lambda * (\tr A)))) :> R.
Proof. prove. Qed.

(** cayley-hamilton-2: ebd9d0c55bfa7716 *)
Theorem cayley_hamilton_2
    (R : comUnitRingType)
    (A : 'M[R]_2) :
  (A *m A) = (((- (\det A)) *: (1%:M : 'M[R]_2)) + ((\tr A) *: A)).
Proof. prove. Qed.

(** cayley-hamilton-3: b790770fb8085dd9 *)
Theorem cayley_hamilton_3
    (R : comUnitRingType)
    (A : 'M[R]_3)
    (c : R)
    (unit : (2%:R : R) \is a GRing.unit)
    (c_is : c = (((1 / 2%:R) * ((\tr A) ^+ 2)) + (- ((1 / 2%:R) * (\tr (A *m A)))))) :
  (A *m A *m A) = (((- c) *: A) + ((\det A) *: (1%:M : 'M[R]_3)) + ((\tr A) *: (A *m A))).
Proof. prove. Qed.

(** eigenpairs: f0c39bc390ac3c31 *)
Theorem eigenpairs
    (R : comUnitRingType)
    (n : nat)
    (A : 'M[R]_n)
    (X : 'M[R]_n)
    (lambda : 'cV[R]_n)
    (j : 'I_n) :
  (col j ((A *m X) + (- (X *m (diag lambda))))) = (((- (lambda j 0)) *: (col j X)) + (A *m (col j X))).
Proof. prove. Qed.

(** trace-is-sum: 2c41fdbc7374d6df *)
Theorem trace_is_sum
    (R : comUnitRingType)
    (n : nat)
    (A : 'M[R]_n)
    (X : 'M[R]_n)
    (lambda : 'cV[R]_n)
    (invertible : X \in unitmx)
    (A_is : A = (X *m (diag lambda) *m (invmx X))) :
  (\tr A) = (\sum_(m < n) (lambda m 0)) :> R.
Proof. prove. Qed.

(** determinant-is-product: 74a22a0a7e54c093 *)
Theorem determinant_is_product
    (R : comUnitRingType)
    (n : nat)
    (A : 'M[R]_n)
    (X : 'M[R]_n)
    (lambda : 'cV[R]_n)
    (invertible : X \in unitmx)
    (A_is : A = (X *m (diag lambda) *m (invmx X))) :
  (\det A) = (\prod_(m < n) (lambda m 0)) :> R.
Proof. prove. Qed.

(** symmetric-orthogonality: cf811522e3bdb311 *)
Theorem symmetric_orthogonality
    (R : comUnitRingType)
    (n : nat)
    (A : 'M[R]_n)
    (x : 'cV[R]_n)
    (y : 'cV[R]_n)
    (mu : R)
    (lambda : R)
    (symmetric : A^T = A) :
  ((dot (((- lambda) *: x) + (A *m x)) y) + (- (dot x (((- mu) *: y) + (A *m y))))) = ((mu + (- lambda)) * (dot x y)) :> R.
Proof. prove. Qed.

(** symmetric-real-eigenvalues: dae8ad2c319a2743 *)
Theorem symmetric_real_eigenvalues
    (R : comUnitRingType)
    (n : nat)
    (A : 'M[R]_n)
    (x : 'cV[R]_n)
    (s : 'cV[R]_n)
    (y : 'cV[R]_n)
    (alpha : R)
    (beta : R)
    (r : 'cV[R]_n)
    (symmetric : A^T = A)
    (s_is : s = (((- alpha) *: y) + ((- beta) *: x) + (A *m y)))
    (r_is : r = (((- alpha) *: x) + (beta *: y) + (A *m x))) :
  ((dot y r) + (- (dot x s))) = (beta * ((sqn x) + (sqn y))) :> R.
Proof. prove. Qed.

(** rayleigh-gradient: 0425e75f318fdbf8 *)
Theorem rayleigh_gradient
    (R : comUnitRingType)
    (n : nat)
    (A : 'M[R]_n)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (rho : R)
    (symmetric : A^T = A)
    (small : eps * eps = 0)
    (unit : ((sqn x) : R) \is a GRing.unit)
    (rho_is : rho = ((sqn x)^-1 * (dot x (A *m x)))) :
  ((sqn (x + eps *: d_x))^-1 * (dot (x + eps *: d_x) (A *m (x + eps *: d_x)))) = ((sqn x)^-1 * (dot x (A *m x))) + eps * dot ((2%:R * (sqn x)^-1) *: (((- rho) *: x) + (A *m x))) d_x.
Proof. prove. Qed.

(** spectral-sum: 43eb6db64470e199 *)
Theorem spectral_sum
    (R : comUnitRingType)
    (n : nat)
    (A : 'M[R]_n)
    (Q : 'M[R]_n)
    (lambda : 'cV[R]_n)
    (A_is : A = (Q *m (diag lambda) *m Q^T)) :
  A = (\sum_(m < n) ((lambda m 0) *: ((col m Q) *m (col m Q)^T))).
Proof. prove. Qed.

(** two-directions-sum: 81e558ddd6a45031 *)
Theorem two_directions_sum
    (R : comUnitRingType)
    (unit : (2%:R : R) \is a GRing.unit) :
  (@rows R 2 2 [:: [:: 2%:R; 1]; [:: 1; 2%:R]]) = (((3%:R / 2%:R) *: (@rows R 2 2 [:: [:: 1; 1]; [:: 1; 1]])) + ((1 / 2%:R) *: (@rows R 2 2 [:: [:: 1; (- 1)]; [:: (- 1); 1]]))).
Proof. prove. Qed.

(** rayleigh-average: 21caa130293cd85d *)
Theorem rayleigh_average
    (R : comUnitRingType)
    (n : nat)
    (x : 'cV[R]_n)
    (A : 'M[R]_n)
    (Q : 'M[R]_n)
    (lambda : 'cV[R]_n)
    (A_is : A = (Q *m (diag lambda) *m Q^T)) :
  (dot x (A *m x)) = (\sum_(m < n) (((dot (col m Q) x) ^+ 2) * (lambda m 0))) :> R.
Proof. prove. Qed.

(** orthonormal-weights: c0ccf606cf569924 *)
Theorem orthonormal_weights
    (R : comUnitRingType)
    (n : nat)
    (Q : 'M[R]_n)
    (x : 'cV[R]_n)
    (orthonormal : Q^T *m Q = 1%:M)
    (orthonormal_2 : Q *m Q^T = 1%:M) :
  (\sum_(m < n) ((dot (col m Q) x) ^+ 2)) = (sqn x) :> R.
Proof. prove. Qed.

(** pagerank-contraction: 14d0a678a61dfbb6 *)
Theorem pagerank_contraction
    (R : comUnitRingType)
    (n : nat)
    (p : 'cV[R]_n)
    (alpha : R)
    (R_2 : 'M[R]_n)
    (given : (dot (const_mx 1 : 'cV[R]_n) p) = 1 :> R)
    (unit : (n%:R : R) \is a GRing.unit) :
  ((((alpha * n%:R^-1) *: (const_mx 1 : 'M[R]_n)) + ((1 + (- alpha)) *: R_2)) *m p) = (((alpha * n%:R^-1) *: (const_mx 1 : 'cV[R]_n)) + ((1 + (- alpha)) *: (R_2 *m p))).
Proof. prove. Qed.

(** inverse-from-cayley-hamilton: 9962b82825b5baba *)
Theorem inverse_from_cayley_hamilton
    (R : comUnitRingType)
    (A : 'M[R]_2)
    (invertible : A \in unitmx)
    (unit : ((\det A) : R) \is a GRing.unit) :
  (invmx A) = ((\det A)^-1 *: (((\tr A) *: (1%:M : 'M[R]_2)) + (- A))).
Proof. prove. Qed.

Print Assumptions two_directions_start.
Print Assumptions characteristic_polynomial.
Print Assumptions cayley_hamilton_2.
Print Assumptions cayley_hamilton_3.
Print Assumptions eigenpairs.
Print Assumptions trace_is_sum.
Print Assumptions determinant_is_product.
Print Assumptions symmetric_orthogonality.
Print Assumptions symmetric_real_eigenvalues.
Print Assumptions rayleigh_gradient.
Print Assumptions spectral_sum.
Print Assumptions two_directions_sum.
Print Assumptions rayleigh_average.
Print Assumptions orthonormal_weights.
Print Assumptions pagerank_contraction.
Print Assumptions inverse_from_cayley_hamilton.
