(** The equations of linear-algebra/low-rank, proved by Coq's kernel for every size.

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

(** three-tries-sum: 883474669f0fe595 *)
Theorem three_tries_sum
    (R : comUnitRingType)
    (unit : (2%:R : R) \is a GRing.unit) :
  (@rows R 3 2 [:: [:: 2%:R; 1]; [:: 1; 2%:R]; [:: 2%:R; 2%:R]]) = (((1 / 2%:R) *: (@rows R 3 2 [:: [:: 3%:R; 3%:R]; [:: 3%:R; 3%:R]; [:: 4%:R; 4%:R]])) + ((1 / 2%:R) *: (@rows R 3 2 [:: [:: 1; (- 1)]; [:: (- 1); 1]; [:: 0; 0]]))).
Proof. prove. Qed.

(** low-rank-factors: 3892e7d891f91f0f *)
Theorem low_rank_factors
    (R : comUnitRingType)
    (n d r : nat)
    (A : 'M[R]_(n, d))
    (U : 'M[R]_(n, r))
    (V : 'M[R]_(d, r))
    (sigma : 'cV[R]_r)
    (A_is : A = (\sum_(i < r) ((sigma i 0) *: ((col i U) *m (col i V)^T)))) :
  A = (U *m (diag sigma) *m V^T).
Proof. prove. Qed.

(** projection-error: a68489db0436719b *)
Theorem projection_error
    (R : comUnitRingType)
    (n k d : nat)
    (Q : 'M[R]_(n, k))
    (A : 'M[R]_(n, d))
    (orthonormal : Q^T *m Q = 1%:M) :
  (sqn (A + (- (Q *m Q^T *m A)))) = ((sqn A) + (- (sqn (Q^T *m A)))) :> R.
Proof. prove. Qed.

(** captured-energy: fe4fd8c0582471d4 *)
Theorem captured_energy
    (R : comUnitRingType)
    (d r n k : nat)
    (V : 'M[R]_(d, r))
    (Q : 'M[R]_(n, k))
    (A : 'M[R]_(n, d))
    (U : 'M[R]_(n, r))
    (sigma : 'cV[R]_r)
    (orthonormal : V^T *m V = 1%:M)
    (A_is : A = (\sum_(i < r) ((sigma i 0) *: ((col i U) *m (col i V)^T)))) :
  (sqn (Q^T *m A)) = (\sum_(i_2 < r) (((sigma i_2 0) ^+ 2) * (sqn (Q^T *m (col i_2 U))))) :> R.
Proof. prove. Qed.

(** captured-shares: e293cc71caa2ca80 *)
Theorem captured_shares
    (R : comUnitRingType)
    (n k : nat)
    (Q : 'M[R]_(n, k))
    (F : 'M[R]_n)
    (orthonormal : Q^T *m Q = 1%:M)
    (orthonormal_2 : F^T *m F = 1%:M)
    (orthonormal_3 : F *m F^T = 1%:M) :
  (\sum_(i < n) (sqn (Q^T *m (col i F)))) = k%:R :> R.
Proof. prove. Qed.

(** alternating-least-squares-descent: 1a2823995fd0a1a0 *)
Theorem alternating_least_squares_descent
    (R : comUnitRingType)
    (n k d : nat)
    (L : 'M[R]_(n, k))
    (R_2 : 'M[R]_(k, d))
    (A : 'M[R]_(n, d))
    (R_hat : 'M[R]_(k, d))
    (invertible : (L^T *m L) \in unitmx)
    (R_hat_is : R_hat = ((invmx (L^T *m L)) *m L^T *m A)) :
  (sqn (A + (- (L *m R_2)))) = ((sqn (A + (- (L *m R_hat)))) + (sqn (L *m (R_2 + (- R_hat))))) :> R.
Proof. prove. Qed.

(** sketch-error: f4f6b54b949a5d8b *)
Theorem sketch_error
    (R : comUnitRingType)
    (d k n : nat)
    (V : 'M[R]_(d, k))
    (A : 'M[R]_(n, d))
    (G : 'M[R]_(d, k))
    (Omega : 'M[R]_(d, k))
    (T : 'M[R]_(n, d))
    (orthonormal : V^T *m V = 1%:M)
    (invertible : (V^T *m Omega) \in unitmx)
    (G_is : G = (Omega *m (invmx (V^T *m Omega))))
    (T_is : T = (A + (- (A *m V *m V^T)))) :
  (sqn (A + (- (A *m G *m V^T)))) = ((sqn (T *m G)) + (sqn T)) :> R.
Proof. prove. Qed.

Print Assumptions three_tries_sum.
Print Assumptions low_rank_factors.
Print Assumptions projection_error.
Print Assumptions captured_energy.
Print Assumptions captured_shares.
Print Assumptions alternating_least_squares_descent.
Print Assumptions sketch_error.
